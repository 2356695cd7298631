### Veranstaltungen, Rückmeldungen, Warteliste, Mitbringliste

event-when = { $date }, { $start }–{ $end } Uhr
event-programme = Programm
no-open-event = Zurzeit steht keine Veranstaltung an. Fragen beantwortet /kontakt.
ask-event = Welche Veranstaltung meinen Sie?

count-attending =
    { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    } ({ $replies ->
        [one] { $replies } Zusage
       *[other] { $replies } Zusagen
    })
count-maybe = { $count } Vielleicht
count-declined =
    { $count ->
        [one] { $count } Absage
       *[other] { $count } Absagen
    }
count-to-confirm = { $count } noch zu bestätigen
count-waiting = { $count } auf der Warteliste
count-free = { $free } von { $capacity } Plätzen frei

card-deadline-soft = Bitte antworten Sie bis { $date }. Auch später ist Ihre Antwort willkommen.
card-deadline-hard = Bitte antworten Sie bis { $date }.
card-past-soft = Die Rückmeldefrist ({ $date }) ist vorbei. Ihre Antwort ist weiter willkommen.
card-closed-hard = Die Rückmeldefrist ({ $date }) ist vorbei. Absagen ist weiter möglich.
card-over = Die Veranstaltung ist vorbei. Vielen Dank an alle, die dabei waren.
card-cancelled = Die Veranstaltung entfällt: { $reason }
card-notice = Wenn Sie tippen, speichern wir Ihren Namen und Ihre Antwort, nur für diese Veranstaltung. Hier stehen nur Zahlen. Mehr: /datenschutz

action-yes = Zusage
action-maybe = Vielleicht
action-no = Absage
action-plus = +1 Person
action-minus = −1 Person
action-calendar = Kalender
action-details = Details

own-none = Ihre Antwort: noch keine
own-attending =
    Ihre Antwort: { $persons ->
        [one] Zusage für { $persons } Person
       *[other] Zusage für { $persons } Personen
    }
own-to-confirm =
    Ihre Antwort: Zusage (bitte bestätigen), { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
own-maybe = Ihre Antwort: Vielleicht
own-declined = Ihre Antwort: Absage
own-waiting =
    Ihre Antwort: Warteliste für { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
own-offered =
    Für Sie werden { $persons ->
        [one] { $persons } Platz
       *[other] { $persons } Plätze
    } freigehalten. Bitte antworten Sie.

reply-attending =
    Danke. Ihre Zusage für { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    } ist notiert.
reply-maybe = Danke. Ihr Vielleicht ist notiert.
reply-declined = Danke. Ihre Absage ist notiert.
reply-waiting =
    Für Sie ist noch kein Platz frei. Sie stehen mit { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    } auf Platz { $place } der Warteliste und rücken von selbst nach.
reply-waiting-fewer =
    Für { $persons } Personen reicht es noch nicht. Sie stehen auf Platz { $place } der Warteliste. { $free ->
        [one] { $free } Platz ist
       *[other] { $free } Plätze sind
    } jetzt frei: /zusage { $free }
reply-unchanged = Das ist schon notiert.
reply-taken-back = Ihre Rückmeldung zu „{ $event }“ ist zurückgenommen. Antworten können Sie jederzeit neu.
reply-late = Ihre Antwort zählt, mit dem Vermerk „nach Frist“.

refused-cancelled = Diese Veranstaltung entfällt. Fragen beantwortet: { $contact }.
refused-over = Diese Veranstaltung ist vorbei. Fragen beantwortet: { $contact }.
refused-deadline = Die Rückmeldefrist war am { $date }. Bitte wenden Sie sich an: { $contact }.
refused-party = Bitte nennen Sie 1 bis { $most } Personen. Für größere Gruppen: { $contact }.
refused-seats =
    { $free ->
        [0] Es ist kein weiterer Platz frei.
        [one] Es ist nur noch { $free } Platz frei.
       *[other] Es sind nur noch { $free } Plätze frei.
    } Ihre Zusage für { $kept ->
        [one] { $kept } Person
       *[other] { $kept } Personen
    } bleibt. Fragen: { $contact }.
party-range = Bitte schreiben Sie die Personenzahl als Zahl von 1 bis { $most }, zum Beispiel /zusage 3. Mit Kindern zum Beispiel /zusage 2+1.
minus-last = Sie haben für sich allein zugesagt. Wenn Sie nicht kommen, tippen Sie bitte auf Absage.
minus-none = Sie haben noch nicht zugesagt. Bitte tippen Sie zuerst auf Zusage.

mine-none = Sie haben noch nichts geantwortet. Mit /termine sehen Sie, was ansteht.
mine-bring = Sie bringen mit: { $what }
calendar-sent = Der Kalendereintrag kommt in Ihren privaten Chat.
calendar-open-private = Den Kalendereintrag bekommen Sie im privaten Chat: Bitte tippen Sie zuerst auf Details.
details-sent = Die Einzelheiten stehen in Ihrem privaten Chat.
details-open-private = Die Einzelheiten bekommen Sie im privaten Chat mit mir: /termine.

promoted =
    Ein Platz ist frei geworden: Sie sind bei „{ $event }“ dabei, mit { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }. Wenn Sie doch nicht kommen können, schreiben Sie bitte /absage.
offer-held =
    { $persons ->
        [one] Ein Platz ist
       *[other] { $persons } Plätze sind
    } frei geworden und für Sie freigehalten, bis { $date }, { $time } Uhr. Möchten Sie kommen?
offer-fewer =
    { $free ->
        [one] Jetzt ist { $free } Platz frei.
       *[other] Jetzt sind { $free } Plätze frei.
    } Möchten Sie { $free ->
        [one] ihn
       *[other] sie
    } nehmen oder auf { $persons } Plätze warten?
offer-settled = Diese Frage ist erledigt.
offer-waiting = Gut, Sie warten auf { $persons } Plätze und behalten Ihren Platz in der Reihe.
waiting-too-large = Für { $persons } Personen reichen die Plätze bei „{ $event }“ leider nicht mehr. Wenn weniger kommen möchten, schreiben Sie zum Beispiel /zusage 2.
offer-lapsed = Das Angebot für „{ $event }“ ist abgelaufen, die Plätze gehen an die Nächsten. Wenn Sie doch kommen möchten, schreiben Sie /zusage.
action-take =
    { $persons ->
        [one] Ja, den Platz nehmen
       *[other] Ja, { $persons } Plätze
    }
action-take-fewer =
    { $free ->
        [one] { $free } Platz jetzt
       *[other] { $free } Plätze jetzt
    }
action-wait = auf { $persons } warten

moved-title = Neuer Termin: { $event }
moved-question = Passt Ihnen das noch?
action-fits = Passt
action-fits-not = Geht nicht
group-moved = „{ $event }“ ist verschoben. Neuer Termin: { $when }. Wer geantwortet hat, wird noch einmal gefragt.
group-cancelled = „{ $event }“ entfällt: { $reason }
cancelled-told =
    „{ $event }“ ({ $when }) entfällt. Es tut uns leid.
    Grund: { $reason }
    Fragen beantwortet /kontakt.

bring-title = Mitbringliste: { $event }
bring-how = Tippen Sie auf das, was Sie beitragen möchten. Mit „Doch nicht“ geben Sie es wieder frei.
bring-count =
    { $count ->
        [0] noch nichts
       *[other] { $count }-mal zugesagt
    }
bring-left = noch { $left } von { $places } frei
bring-yours = von Ihnen
bring-none = Für diese Veranstaltung gibt es keine Mitbringliste.
bring-private = Die Mitbringliste bekommen Sie im privaten Chat mit mir: /mitbringen.
bring-asked = Gern.
bring-ask-what = Was wird es? Ein paar Worte genügen, zum Beispiel „Linsensuppe“.
bring-no-words = ohne Worte
bring-noted = Danke. Notiert ist: { $what }.
bring-noted-not-coming = Danke. Notiert ist: { $what }. Eine Zusage haben Sie noch nicht gegeben: /zusage.
bring-taken = Dieser Eintrag ist gerade vergeben worden. Mit /mitbringen sehen Sie, was noch frei ist.
bring-given-back = Wieder frei: { $what }.
bring-no-such-slot = Diesen Eintrag gibt es nicht. Mit /mitbringen sehen Sie die Liste.
action-bring = { $what }
action-give-back = Doch nicht: { $what }
bring-kind-dish = Essen mitbringen
bring-kind-music = Musik machen
bring-kind-help = Mithelfen
