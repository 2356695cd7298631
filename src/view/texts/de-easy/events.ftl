### Veranstaltungen, Rückmeldungen, Warteliste, Mitbringliste

event-when = { $date }, { $start } bis { $end } Uhr
event-programme = Das machen wir
no-open-event =
    Gerade gibt es keine Veranstaltung.
    Haben Sie Fragen? /kontakt
ask-event = Welche Veranstaltung meinen Sie?

count-attending =
    { $persons ->
        [one] { $persons } Person kommt
       *[other] { $persons } Personen kommen
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
count-to-confirm = { $count } noch nicht sicher
count-waiting = { $count } auf der Warte-Liste
count-free = { $free } von { $capacity } Plätzen frei

card-deadline-soft = Bitte antworten Sie bis { $date }. Sie können auch später antworten.
card-deadline-hard = Bitte antworten Sie bis { $date }. Später geht es nicht mehr.
card-past-soft =
    Die Frist war am { $date }.
    Sie können noch antworten.
card-closed-hard =
    Die Frist war am { $date }.
    Sie können nur noch absagen.
card-over =
    Die Veranstaltung ist vorbei.
    Danke an alle.
card-cancelled = Die Veranstaltung findet nicht statt: { $reason }
card-notice =
    Tippen Sie auf einen Knopf. Dann speichern wir Ihren Namen und Ihre Antwort.
    Wir brauchen das nur für diese Veranstaltung.
    Hier sehen alle nur Zahlen.
    Mehr lesen: /datenschutz

action-yes = Ich komme
action-maybe = Vielleicht
action-no = Ich komme nicht
action-plus = +1 Person
action-minus = −1 Person
action-calendar = Kalender
action-details = Mehr lesen

own-none = Sie haben noch nicht geantwortet.
own-attending =
    Ihre Antwort: Ich komme, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
own-to-confirm =
    Ihre Antwort war: Ich komme, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }. Bitte antworten Sie noch einmal.
own-maybe = Ihre Antwort: Vielleicht
own-declined = Ihre Antwort: Ich komme nicht
own-waiting =
    Sie stehen auf der Warte-Liste, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }.
own-offered =
    Wir halten { $persons ->
        [one] { $persons } Platz
       *[other] { $persons } Plätze
    } für Sie frei. Bitte antworten Sie.

reply-attending =
    Danke. Ihre Antwort ist: Ich komme, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }.
reply-maybe = Danke. Ihre Antwort ist: Vielleicht.
reply-declined = Danke. Ihre Antwort ist: Ich komme nicht.
reply-waiting =
    Jetzt ist kein Platz frei. Sie stehen auf der Warte-Liste, Platz { $place }, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }. Ist ein Platz frei? Dann sagen wir es Ihnen.
reply-waiting-fewer =
    { $persons } Plätze sind nicht frei. Sie stehen auf der Warte-Liste, Platz { $place }. { $free ->
        [one] { $free } Platz ist
       *[other] { $free } Plätze sind
    } frei. Reicht das? Schreiben Sie /zusage { $free }.
reply-unchanged = Das wissen wir schon.
reply-taken-back = Ihre Antwort zu „{ $event }“ ist gelöscht. Sie können neu antworten.
reply-late = Ihre Antwort zählt. Sie kam nach der Frist.

refused-cancelled =
    Die Veranstaltung findet nicht statt.
    Fragen: { $contact }
refused-over =
    Die Veranstaltung ist vorbei.
    Fragen: { $contact }
refused-deadline =
    Die Frist war am { $date }.
    Bitte fragen Sie: { $contact }
refused-party =
    Bitte schreiben Sie eine Zahl von 1 bis { $most }.
    Sind Sie mehr? Fragen Sie: { $contact }
refused-seats =
    { $free ->
        [0] Es ist kein Platz mehr frei.
        [one] Nur { $free } Platz ist noch frei.
       *[other] Nur { $free } Plätze sind noch frei.
    } Sie behalten { $kept ->
        [one] { $kept } Platz
       *[other] { $kept } Plätze
    }.
    Fragen: { $contact }
party-range =
    Wie viele Personen? Bitte schreiben Sie eine Zahl von 1 bis { $most }.
    Zum Beispiel /zusage 3
    Für 2 Erwachsene und 1 Kind: /zusage 2+1
minus-last = Sie kommen allein. Kommen Sie doch nicht? Schreiben Sie /absage
minus-none = Sie haben noch nicht Ja gesagt. Möchten Sie kommen? Schreiben Sie /zusage

mine-none =
    Sie haben noch nicht geantwortet.
    Alle Termine sehen Sie mit /termine
mine-bring = Sie bringen mit: { $what }
calendar-sent = Der Termin für Ihren Kalender steht im privaten Chat.
calendar-open-private = Den Termin bekommen Sie im privaten Chat mit mir. Schreiben Sie dort: /termine
details-sent = Mehr dazu steht in Ihrem privaten Chat.
details-open-private = Mehr lesen Sie im privaten Chat mit mir. Schreiben Sie dort: /termine

promoted =
    Ein Platz ist frei.
    Sie sind dabei: „{ $event }“
    Wir rechnen mit { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }.
    Kommen Sie doch nicht? Dann schreiben Sie bitte /absage
offer-held =
    { $persons ->
        [one] Ein Platz ist frei. Wir halten ihn für Sie frei.
       *[other] { $persons } Plätze sind frei. Wir halten sie für Sie frei.
    }
    Das geht bis { $date }, { $time } Uhr.
    Möchten Sie kommen?
offer-fewer =
    { $free ->
        [one] Jetzt ist { $free } Platz frei. Möchten Sie den Platz?
       *[other] Jetzt sind { $free } Plätze frei. Möchten Sie diese Plätze?
    }
    Oder möchten Sie auf { $persons } Plätze warten?
offer-settled = Diese Frage ist erledigt.
offer-waiting = Gut. Sie warten auf { $persons } Plätze. Ihr Platz auf der Warte-Liste bleibt.
waiting-too-large = 
    „{ $event }“ hat jetzt weniger Plätze.
    { $persons } Plätze gibt es nicht mehr.
    Kommen weniger Personen?
    Schreiben Sie zum Beispiel /zusage 2.
offer-lapsed =
    Sie haben nicht geantwortet: „{ $event }“
    Jetzt bekommen andere die Plätze.
    Möchten Sie doch kommen? Dann schreiben Sie /zusage
action-take =
    { $persons ->
        [one] Ja, ich nehme den Platz
       *[other] Ja, { $persons } Plätze
    }
action-take-fewer =
    { $free ->
        [one] { $free } Platz jetzt
       *[other] { $free } Plätze jetzt
    }
action-wait = auf { $persons } Plätze warten

moved-title = Neuer Termin: { $event }
moved-question = Können Sie dann kommen?
action-fits = Ja, ich komme
action-fits-not = Nein
group-moved =
    „{ $event }“ hat einen neuen Termin.
    Der neue Termin ist: { $when }
    Haben Sie schon geantwortet? Dann fragen wir Sie noch einmal.
group-cancelled =
    „{ $event }“ findet nicht statt.
    Der Grund: { $reason }
cancelled-told =
    „{ $event }“ findet nicht statt.
    Der Termin war: { $when }
    Der Grund: { $reason }
    Das tut uns leid.
    Haben Sie Fragen? /kontakt

bring-title = Mitbring-Liste: { $event }
bring-how =
    Was bringen Sie mit? Tippen Sie darauf.
    Geht es nicht mehr? Tippen Sie auf „Doch nicht“.
bring-count =
    { $count ->
        [0] noch nichts
       *[other] { $count } Mal zugesagt
    }
bring-left = { $left } von { $places } noch frei
bring-yours = von Ihnen
bring-none = Für diese Veranstaltung gibt es keine Mitbring-Liste.
bring-private =
    Die Mitbring-Liste zeige ich Ihnen im privaten Chat.
    Schreiben Sie dort: /mitbringen
bring-asked = Gern.
bring-ask-what =
    Was bringen Sie mit?
    Schreiben Sie ein paar Wörter.
    Zum Beispiel: „Linsen-Suppe“
bring-no-words = ohne Wörter
bring-noted = Danke. Sie bringen mit: { $what }
bring-noted-not-coming =
    Danke. Sie bringen mit: { $what }
    Kommen Sie auch? Dann schreiben Sie /zusage
bring-taken = Das hat gerade eine andere Person genommen. Die Liste sehen Sie mit /mitbringen
bring-given-back = Das bringen Sie nicht mehr mit: { $what }
bring-no-such-slot = Das steht nicht auf der Liste. Die Liste sehen Sie mit /mitbringen
action-bring = { $what }
action-give-back = Doch nicht: { $what }
bring-kind-dish = Essen mitbringen
bring-kind-music = Musik machen
bring-kind-help = Mithelfen
