### Das Amt

role-officer = Integrationsbeauftragte/r
role-deputy = Vertretung
role-helper = Helfer/in
office-welcome-officer =
    Willkommen im Amt.
    Mit /amt sehen Sie alles.
    Sie können andere Menschen dazuholen.
    Schreiben Sie /amt einladen Vertretung oder /amt einladen Hilfe
office-welcome-deputy =
    Willkommen. Sie sind jetzt die Vertretung.
    Mit /amt sehen Sie alles.
office-welcome-helper =
    Willkommen. Sie helfen jetzt mit.
    Mit /erfassen tragen Sie Antworten ein.
    Mit /liste sehen Sie alle Antworten.
office-code-wrong =
    Dieser Code geht nicht (mehr).
    Bitte fragen Sie das Amt. Sie bekommen dann einen neuen.
office-invite-whom =
    Wer soll mitmachen?
    Schreiben Sie /amt einladen Vertretung oder /amt einladen Hilfe
office-invite =
    Das ist ein Code. Er geht nur 1 Mal.
    Er geht 7 Tage lang.
    Die Person schreibt ihn mir allein. Dann ist sie: { $role }
office-in-private =
    Das geht nur im privaten Chat mit mir.
    Dort liest niemand mit.

board-title = Übersicht
board-channels = So kamen die Personen zu uns: { $list }
board-children =
    Das haben einige gesagt: { $adults ->
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
board-disturbed = { $count } kamen bei einer Störung, sie zählen als pünktlich
board-to-confirm = { $count } noch nicht sicher
board-unreachable = { $count } nicht erreichbar
board-late-reminders = verspätet: { $count }
board-no-card = { $count } ohne Karte: Bitte schreiben Sie dort /hier
board-missing = Das fehlt noch
board-nothing-missing = Es fehlt nichts.
board-same =
    { $count ->
        [one] Bitte prüfen Sie { $count } Eintrag: Ist das dieselbe Person?
       *[other] Bitte prüfen Sie { $count } Einträge: Ist das dieselbe Person?
    }

missing-contact-name = Wer hilft weiter? Der Name fehlt. (Prozessdatei: contact.name)
missing-contact-phone = Telefon-Nummer (Prozessdatei: contact.phone)
missing-contact-email = E-Mail-Adresse (Prozessdatei: contact.email)
missing-privacy-operator-name = Wer ist verantwortlich? (Prozessdatei: privacy.operator.name)
missing-privacy-operator-address = Adresse von dieser Stelle (Prozessdatei: privacy.operator.address)
missing-privacy-operator-email = E-Mail von dieser Stelle (Prozessdatei: privacy.operator.email)
missing-privacy-dataprotectionofficer-contact = Kontakt zum Datenschutz (Prozessdatei: privacy.dataProtectionOfficer)
missing-mandate-resolution = Beschluss am Anfang (Prozessdatei: mandate)
missing-phase-from = Anfang von der Phase „{ $what }“ (Prozessdatei)
missing-phase-until = Ende von der Phase „{ $what }“ (Prozessdatei)
missing-event-place = Ort von „{ $what }“ (Prozessdatei)
missing-event-capacity = Wie viele Plätze gibt es bei „{ $what }“? /veranstaltung Plätze 120 oder /veranstaltung Plätze unbegrenzt
missing-event-deadline-unconfirmed = Stimmt das Jahr von der Frist bei „{ $what }“? /veranstaltung Frist bestätigen
missing-steeringgroup-seats = Wie viele Sitze gibt es im Steuerungskreis? { $what } (Prozessdatei)
sector-citizens = Bürger/innen: alle, die hier leben
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

enter-ask-channel = Wie kam die Antwort zu uns?
enter-channel-unknown =
    Bitte schreiben Sie zuerst: Telefon, E-Mail, vor Ort oder Papier.
    Zum Beispiel: /erfassen Telefon 4 Frau K.
enter-ask-persons = Wie viele Personen?
enter-persons-unknown =
    Bitte schreiben Sie eine Zahl. Oder Absage. Oder Vielleicht.
    Zum Beispiel: /erfassen Telefon 4 Frau K.
enter-ask-name =
    Wie heißt die Person?
    Wenige Buchstaben reichen.
enter-name-empty = Bitte schreiben Sie einen Namen. Wenige Buchstaben reichen.
enter-same-name =
    „{ $name }“ steht schon in der Liste.
    Ist das dieselbe Person?
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
same-merged = Das ist jetzt 1 Person. Die neueste Antwort zählt.
same-apart = Gut. Das sind 2 Personen.

list-title =
    { $event }: { $count ->
        [one] { $count } Antwort
       *[other] { $count } Antworten
    }
list-empty = Es gibt noch keine Antwort.
list-name = { $name }
list-attending = Zusage { $persons }
list-waiting = Warte-Liste { $persons }
list-maybe = Vielleicht
list-declined = Absage
list-late = nach Frist
list-disturbance = Störung
list-to-confirm = noch nicht sicher
list-unreachable = nicht erreichbar
list-more =
    { $count } Antworten fehlen hier.
    Alle sehen Sie mit /liste csv
list-no-polls = Es gibt noch keine Termin-Umfrage.
list-column-name = Name
list-column-answer = Antwort
list-column-persons = Personen
list-column-children = davon Kinder
list-column-channel = Weg
list-column-marks = Hinweis
list-column-date = Datum
list-column-time = Uhrzeit

event-poster = Link für das Plakat:
event-capacity =
    { $capacity ->
        [one] { $capacity } Platz
       *[other] { $capacity } Plätze
    }
event-capacity-missing = Wie viele Plätze? Das wissen wir noch nicht.
event-unlimited = So viele Plätze wie nötig
event-no-deadline = keine Frist
event-deadline-unconfirmed = (Stimmt das? Schreiben Sie: /veranstaltung Frist bestätigen)
event-how =
    So ändern Sie das:
    /veranstaltung Plätze 120
    /veranstaltung Plätze unbegrenzt
    /veranstaltung Frist 15.11.2018
    /veranstaltung Frist bestätigen
    /veranstaltung Frist offen
    /veranstaltung Frist fest
event-seats-how =
    Wie viele Plätze gibt es?
    Schreiben Sie zum Beispiel: /veranstaltung Plätze 120
event-deadline-how =
    Bis wann sollen die Menschen antworten?
    Der Tag liegt vor der Veranstaltung. Er ist noch nicht vorbei.
    Schreiben Sie zum Beispiel: /veranstaltung Frist 15.11.2018
event-cancelled-already = Diese Veranstaltung ist schon abgesagt.

move-ask-when =
    Wann ist der neue Termin?
    Zum Beispiel: 1.12.2018 14:00-18:30
move-sure =
    „{ $event }“ bekommt einen neuen Termin.
    Der neue Termin ist: { $when }
    { $replies ->
        [0] Es gibt noch keine Antwort.
        [one] Wir fragen { $replies } Person noch einmal.
       *[other] Wir fragen { $replies } Personen noch einmal.
    }
    Ist das richtig?
moved-done =
    Der neue Termin steht. Gefragt: { $asked ->
        [one] { $asked } Person
       *[other] { $asked } Personen
    }. Bitte anrufen: { $toCall ->
        [one] { $toCall } Person
       *[other] { $toCall } Personen
    }.
cancel-ask-reason =
    Warum findet die Veranstaltung nicht statt?
    Das lesen alle.
cancel-sure =
    „{ $event }“ findet nicht statt.
    Der Termin ist: { $when }
    { $replies ->
        [0] Es gibt noch keine Antwort.
        [one] Es gibt { $replies } Antwort.
       *[other] Es gibt { $replies } Antworten.
    }
    Ist das richtig?
cancelled-done =
    Abgesagt. Wir haben geschrieben: { $told ->
        [one] { $told } Person
       *[other] { $told } Personen
    }. Bitte anrufen: { $toCall ->
        [one] { $toCall } Person
       *[other] { $toCall } Personen
    }.
change-kept = Gut. Alles bleibt wie vorher.

when-no-date =
    Bitte schreiben Sie ein Datum.
    Zum Beispiel: 1.12.2018 14:00-18:30
when-no-such-date =
    Diesen Tag gibt es nicht.
    Bitte prüfen Sie das Datum.
when-weekday-mismatch =
    Dieser Tag ist ein { $actual }. Das ist kein { $given }.
    Bitte prüfen Sie das Datum.
when-end-before-start =
    Das Ende liegt vor dem Anfang.
    Bitte prüfen Sie die Uhrzeit.
when-no-time =
    Bitte schreiben Sie auch die Uhrzeit.
    Zum Beispiel: 14:00-18:30
when-in-past =
    Diese Zeit ist schon vorbei.
    Bitte schreiben Sie eine spätere Zeit.
when-unclear =
    Das ist nicht klar.
    Schreiben Sie zum Beispiel: 1.12.2018 14:00-18:30

office-undelivered =
    { $count ->
        [one] { $count } Nachricht ist
       *[other] { $count } Nachrichten sind
    } nicht angekommen.
    Wer ist nicht erreichbar? Das zeigt /liste.
office-loss =
    Wir haben keinen Zugang zu { $messenger } mehr.
    Das ist so seit { $from } Uhr.
    Bitte sagen Sie es der IT.
    Der Grund steht im Protokoll.
    Alles andere geht weiter.
office-silence = 
    { $messenger } war weg.
    Von { $from } bis { $until } Uhr.
    Alle Antworten sind jetzt da.
office-count =
    Die Frist ist vorbei.
    So ist es jetzt: { $count }
office-count-next-hard = 
    Die Namen sehen Sie mit /liste.
    Spätere Zusagen nehmen wir nicht mehr an.
office-count-next =
    Die Namen sehen Sie mit /liste
    Spätere Antworten bekommen den Hinweis „nach Frist“.
office-call-entry =
    { $name }, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
office-call-moved =
    „{ $event }“ hat einen neuen Termin.
    { $count ->
        [one] { $count } Person liest nicht im Chat. Bitte rufen Sie an:
       *[other] { $count } Personen lesen nicht im Chat. Bitte rufen Sie an:
    }
office-call-cancelled =
    „{ $event }“ findet nicht statt.
    { $count ->
        [one] { $count } Person liest nicht im Chat. Bitte rufen Sie an:
       *[other] { $count } Personen lesen nicht im Chat. Bitte rufen Sie an:
    }
office-call-promoted =
    Bei „{ $event }“ sind Plätze frei.
    { $count ->
        [one] { $count } Person hat jetzt einen Platz. Sie liest nicht im Chat. Bitte rufen Sie an:
       *[other] { $count } Personen haben jetzt einen Platz. Sie lesen nicht im Chat. Bitte rufen Sie an:
    }

log-title = Verlauf
log-empty = Hier steht noch nichts.
log-entry =
    { $date } { $time }: { $act } ({ $actor }){ $about ->
        [yes] , { $subject }
       *[no] {""}
    }{ $more ->
        [yes] , { $details }
       *[no] {""}
    }
audit-reply-entered = Antwort eingetragen
audit-same-merged = 2 Einträge sind 1 Person
audit-same-apart = 2 Einträge sind 2 Personen
audit-role-given = neue Rolle angenommen
audit-role-offered = neue Rolle angeboten
audit-event-moved = neuer Termin
audit-event-cancelled = Veranstaltung abgesagt
audit-event-seats = Zahl der Plätze geändert
audit-event-deadline = Frist geändert
audit-list-read = Liste gelesen
