### Das Amt

role-officer = Integrationsbeauftragte/r
role-deputy = Vertretung
role-helper = Helfer/in
office-welcome-officer = Willkommen im Amt. Mit /amt sehen Sie, wie alles steht. Mit /amt einladen Vertretung oder /amt einladen Hilfe holen Sie andere dazu.
office-welcome-deputy = Willkommen als Vertretung. Mit /amt sehen Sie, wie alles steht.
office-welcome-helper = Willkommen als Helfer/in. Mit /erfassen tragen Sie Rückmeldungen ein, mit /liste sehen Sie alle.
office-code-wrong = Dieser Code gilt nicht (mehr). Bitte lassen Sie sich vom Amt einen neuen geben.
office-invite-whom = Wen möchten Sie einladen? Bitte schreiben Sie /amt einladen Vertretung oder /amt einladen Hilfe.
office-invite = Einmaliger Code für die Rolle „{ $role }“, sieben Tage gültig. Wer ihn dem Bot privat schreibt, gehört dazu:
office-in-private = Das geht nur im privaten Chat mit mir, damit niemand mitliest.

board-title = Übersicht
board-channels = Personen nach Weg: { $list }
board-children =
    wo angegeben: { $adults ->
        [one] { $adults } Erwachsene/r
       *[other] { $adults } Erwachsene
    }, { $children ->
        [one] { $children } Kind
       *[other] { $children } Kinder
    }
board-late =
    { $count ->
        [one] { $count } Antwort nach Frist
       *[other] { $count } Antworten nach Frist
    }
board-disturbed = { $count } während einer Störung eingegangen, als rechtzeitig gezählt
board-to-confirm = { $count } noch zu bestätigen
board-unreachable = { $count } nicht erreichbar
board-late-reminders = verspätet: { $count }
board-no-card = { $count } ohne Karte: Bitte schreiben Sie dort /hier
board-missing = Es fehlt noch
board-nothing-missing = Es fehlt keine Angabe.
board-same =
    { $count ->
        [one] Bei { $count } Eintrag ist zu klären, ob es dieselbe Person ist.
       *[other] Bei { $count } Einträgen ist zu klären, ob es dieselbe Person ist.
    }

missing-contact-name = Name der zuständigen Person (Prozessdatei: contact.name)
missing-contact-phone = Telefonnummer (Prozessdatei: contact.phone)
missing-contact-email = E-Mail-Adresse (Prozessdatei: contact.email)
missing-privacy-operator-name = verantwortliche Stelle (Prozessdatei: privacy.operator.name)
missing-privacy-operator-address = Anschrift der verantwortlichen Stelle (Prozessdatei: privacy.operator.address)
missing-privacy-operator-email = E-Mail der verantwortlichen Stelle (Prozessdatei: privacy.operator.email)
missing-privacy-dataprotectionofficer-contact = Kontakt der oder des Datenschutzbeauftragten (Prozessdatei: privacy.dataProtectionOfficer)
missing-mandate-resolution = Beschluss, der den Prozess begonnen hat (Prozessdatei: mandate)
missing-phase-from = Beginn der Phase „{ $what }“ (Prozessdatei)
missing-phase-until = Ende der Phase „{ $what }“ (Prozessdatei)
missing-event-place = Ort von „{ $what }“ (Prozessdatei)
missing-event-capacity = Zahl der Plätze bei „{ $what }“: /veranstaltung Plätze 120 oder /veranstaltung Plätze unbegrenzt
missing-event-deadline-unconfirmed = Jahr der Rückmeldefrist bei „{ $what }“: /veranstaltung Frist bestätigen
missing-steeringgroup-seats = Zahl der Sitze im Steuerungskreis: { $what } (Prozessdatei)
sector-citizens = Bürger/innen
sector-administration = Verwaltung
sector-politics = Politik
sector-institutions = Einrichtungen

channel-telegram = Telegram
channel-matrix = Matrix
channel-console = Terminal
channel-phone = Telefon
channel-email = E-Mail
channel-desk = vor Ort
channel-paper = Papier

enter-ask-channel = Wie kam die Rückmeldung?
enter-channel-unknown = Bitte nennen Sie zuerst den Weg: Telefon, E-Mail, vor Ort oder Papier. Zum Beispiel: /erfassen Telefon 4 Frau K.
enter-ask-persons = Wie viele Personen?
enter-persons-unknown = Bitte nennen Sie die Personenzahl, Absage oder Vielleicht. Zum Beispiel: /erfassen Telefon 4 Frau K.
enter-ask-name = Welcher Name? Ein Kürzel genügt.
enter-name-empty = Bitte nennen Sie einen Namen oder ein Kürzel.
enter-same-name = „{ $name }“ ist schon eingetragen. Ist es dieselbe Person?
enter-change = Ändern: { $channel }, { $persons }
enter-another = Eine andere Person
entered = Eingetragen: { $name }, { $channel }, { $answer }.

same-question = Ist das dieselbe Person?
same-entry =
    { $name } · { $channel } · { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
action-same = Dieselbe Person
action-apart = Zwei Personen
same-merged = Zusammengeführt. Es gilt die neueste Antwort.
same-apart = Gut, es bleiben zwei Personen.

list-title =
    { $event }: { $count ->
        [one] { $count } Rückmeldung
       *[other] { $count } Rückmeldungen
    }
list-empty = Es gibt noch keine Rückmeldung.
list-name = { $name }
list-attending = Zusage { $persons }
list-waiting = Warteliste { $persons }
list-maybe = Vielleicht
list-declined = Absage
list-late = nach Frist
list-disturbance = Störung
list-to-confirm = bitte bestätigen
list-unreachable = nicht erreichbar
list-more = Es folgen { $count } weitere. Die ganze Liste bekommen Sie mit /liste csv.
list-no-polls = Es gibt noch keine Terminumfrage.
list-column-name = Name
list-column-answer = Antwort
list-column-persons = Personen
list-column-children = davon Kinder
list-column-channel = Weg
list-column-marks = Hinweis
list-column-date = Datum
list-column-time = Uhrzeit

event-poster = Link für Plakat und QR-Code:
event-capacity =
    { $capacity ->
        [one] { $capacity } Platz
       *[other] { $capacity } Plätze
    }
event-capacity-missing = Zahl der Plätze: noch nicht angegeben
event-unlimited = Plätze unbegrenzt
event-no-deadline = keine Rückmeldefrist
event-deadline-unconfirmed = (bitte bestätigen: /veranstaltung Frist bestätigen)
event-how = Ändern: /veranstaltung Plätze 120 · Plätze unbegrenzt · Frist 15.11.2018 · Frist bestätigen · Frist offen · Frist fest
event-seats-how = Bitte nennen Sie die Zahl der Plätze, zum Beispiel /veranstaltung Plätze 120.
event-deadline-how = Bitte nennen Sie einen künftigen Tag vor der Veranstaltung, zum Beispiel /veranstaltung Frist 15.11.2018.
event-cancelled-already = Diese Veranstaltung ist schon abgesagt.

move-ask-when = Auf wann wird verschoben? Zum Beispiel: 1.12.2018 14:00-18:30
move-sure =
    „{ $event }“ wird verschoben auf: { $when }. { $replies ->
        [0] Geantwortet hat noch niemand.
        [one] { $replies } Person, die geantwortet hat, wird noch einmal gefragt.
       *[other] { $replies } Personen, die geantwortet haben, werden noch einmal gefragt.
    } Ist das richtig?
moved-done =
    Verschoben. { $asked ->
        [one] { $asked } Person wurde
       *[other] { $asked } Personen wurden
    } gefragt, { $toCall ->
        [one] { $toCall } ist
       *[other] { $toCall } sind
    } anzurufen.
cancel-ask-reason = Welchen Grund sollen die Menschen lesen?
cancel-sure =
    „{ $event }“ ({ $when }) wird abgesagt. { $replies ->
        [0] Es liegt noch keine Rückmeldung vor.
        [one] { $replies } Rückmeldung ist betroffen.
       *[other] { $replies } Rückmeldungen sind betroffen.
    } Ist das richtig?
cancelled-done =
    Abgesagt. { $told ->
        [one] { $told } Person hat
       *[other] { $told } Personen haben
    } Nachricht, { $toCall ->
        [one] { $toCall } ist
       *[other] { $toCall } sind
    } anzurufen.
change-kept = Gut, es bleibt alles, wie es ist.

when-no-date = Bitte nennen Sie ein Datum, zum Beispiel 1.12.2018 14:00-18:30.
when-no-such-date = Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.
when-weekday-mismatch = Dieser Tag ist ein { $actual }, nicht { $given }. Bitte prüfen Sie das Datum.
when-end-before-start = Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Uhrzeiten.
when-no-time = Bitte nennen Sie auch die Uhrzeit, zum Beispiel 14:00-18:30.
when-in-past = Dieser Zeitpunkt ist schon vorbei. Bitte nennen Sie einen künftigen.
when-unclear = Das ist nicht eindeutig. Bitte schreiben Sie zum Beispiel 1.12.2018 14:00-18:30.

office-undelivered =
    { $count ->
        [one] { $count } Nachricht konnte
       *[other] { $count } Nachrichten konnten
    } nicht zugestellt werden: Der Messenger nahm sie nicht an, oder die Person ist dort nicht mehr erreichbar. Wer das ist, sehen Sie mit /liste.
office-loss = Seit { $from } Uhr haben wir keinen Zugang zu { $messenger } mehr. Bitte sagen Sie der IT Bescheid: Der Grund steht im Protokoll des Bots. Alles andere läuft weiter. Was auf { $messenger } hinausgehen soll, wartet, bis der Zugang erneuert ist.
office-silence = Von { $from } bis { $until } Uhr haben wir von { $messenger } nichts gehört. Was in dieser Zeit geantwortet wurde, ist jetzt da und gilt als rechtzeitig.
office-count = Die Rückmeldefrist ist vorbei. Stand: { $count }
office-count-next-hard = Die Namen sehen Sie mit /liste. Spätere Zusagen werden abgelehnt.
office-count-next = Die Namen sehen Sie mit /liste. Spätere Antworten werden als „nach Frist“ markiert.
office-call-entry =
    { $name }, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
office-call-moved =
    „{ $event }“ ist verschoben. { $count ->
        [one] Hier ist { $count } Person
       *[other] Hier sind { $count } Personen
    } im Chat nicht erreichbar, bitte rufen Sie an:
office-call-cancelled =
    „{ $event }“ entfällt. { $count ->
        [one] Hier ist { $count } Person
       *[other] Hier sind { $count } Personen
    } im Chat nicht erreichbar, bitte rufen Sie an:
office-call-promoted =
    Bei „{ $event }“ sind Plätze frei geworden. { $count ->
        [one] Nachgerückt und im Chat nicht erreichbar ist { $count } Person
       *[other] Nachgerückt und im Chat nicht erreichbar sind { $count } Personen
    }, bitte rufen Sie an:

log-title = Verlauf
log-empty = Es gibt noch keinen Eintrag.
log-entry =
    { $date } { $time }: { $act } ({ $actor }){ $about ->
        [yes] , { $subject }
       *[no] {""}
    }{ $more ->
        [yes] , { $details }
       *[no] {""}
    }
audit-reply-entered = Rückmeldung eingetragen
audit-same-merged = zwei Einträge zusammengeführt
audit-same-apart = zwei Einträge als verschieden bestätigt
audit-role-given = Rolle angenommen
audit-role-offered = Rolle angeboten
audit-event-moved = Veranstaltung verschoben
audit-event-cancelled = Veranstaltung abgesagt
audit-event-seats = Zahl der Plätze geändert
audit-event-deadline = Rückmeldefrist geändert
audit-list-read = Liste gelesen
