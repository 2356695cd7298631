### Erinnerungen

command-erinnerung = Woran wir Sie erinnern
command-ruhe = Wann Sie Ruhe haben, zum Beispiel /ruhe 21-8

reminder-event = Wir erinnern Sie an diesen Termin.
reminder-deadline =
    Kommen Sie?
    Bitte antworten Sie bis { $date }.
reminder-deadline-maybe =
    Sie haben „Vielleicht“ gesagt.
    Wissen Sie schon mehr?
    Bitte antworten Sie bis { $date }.
reminder-late =
    Diese Nachricht kommt verspätet.
    Geplant war: { $date }, { $time } Uhr.
reminder-thanks =
    Sie waren bei „{ $event }“.
    Vielen Dank.
reminder-next-step =
    So geht es weiter:
    { $step }
    Mehr zeigt /prozess.
reminder-next-unknown =
    Wie geht es weiter?
    Das zeigt /prozess.
reminder-group =
    Zur Erinnerung:
    „{ $event }“, { $when }
reminder-group-how = Antworten Sie bitte auf der Karte darüber.
reminder-offer =
    Bei „{ $event }“ ist für Sie frei: { $persons ->
        [one] ein Platz
       *[other] { $persons } Plätze
    }.
    Das gilt bis { $date }, { $time } Uhr.
    Möchten Sie kommen?
reminder-many = Antworten Sie bitte mit /termine.
reminder-closed =
    Diese Nachricht gilt nicht mehr.
    Ihre Antwort bleibt gleich.
    Alles zeigt /termine.
reminder-office = Am { $date } endet die Frist für „{ $event }“.
reminder-office-start = Am { $date } beginnt „{ $event }“.
reminder-office-unreachable =
    { $count ->
        [0] Alle sind im Chat erreichbar.
        [one] Eine Person ist im Chat nicht erreichbar.
       *[other] { $count } Personen sind im Chat nicht erreichbar.
    }
reminder-office-more = Dazu kommen { $count } weitere: /liste

choices-title = Woran wir Sie erinnern
choices-deadline = Frist, Umfragen und Abstimmungen
choices-event = Termin
choices-thanks = Dank danach
choices-is-on = ja
choices-is-off = nein
choices-how =
    Möchten Sie Ruhe?
    Schreiben Sie /ruhe.
choices-noted = Danke.
action-deadline-on = Frist: ja
action-deadline-off = Frist: nein
action-event-on = Termin: ja
action-event-off = Termin: nein
action-thanks-on = Dank: ja
action-thanks-off = Dank: nein

quiet-set = Von { $from } bis { $until } Uhr haben Sie Ruhe.
quiet-sundays = Auch am Sonntag ist Ruhe.
quiet-holidays = Auch an Feiertagen ist Ruhe.
quiet-change = Ändern: /ruhe 21-8 oder /ruhe aus
quiet-none =
    Wir schreiben zu jeder Zeit.
    Ändern: /ruhe 21-8 oder /ruhe an
quiet-how = Schreiben Sie zum Beispiel /ruhe 21-8, /ruhe aus oder /ruhe an.

data-reminder-off = Keine Erinnerung: { $kind }
data-quiet = Ruhe: { $from } bis { $until } Uhr
data-quiet-none = Ruhe: keine
data-reminder-sent = Erinnerung an „{ $event }“, { $date }, { $time } Uhr: geschickt
data-reminder-ahead = Erinnerung an „{ $event }“, { $date }, { $time } Uhr: geplant
data-thanks-sent = Dank für „{ $event }“, { $date }, { $time } Uhr: geschickt
data-thanks-ahead = Dank für „{ $event }“, { $date }, { $time } Uhr: geplant

### Vorlaufzeiten (Amt)

command-vorlauf = Wann wir an einen Termin erinnern
lead-title = So erinnern wir an „{ $event }“
lead-days =
    { $days ->
        [0] am Tag selbst
        [one] am Tag vorher
       *[other] { $days } Tage vorher
    }, { $time } Uhr
lead-hours =
    { $hours ->
        [one] eine Stunde vorher
       *[other] { $hours } Stunden vorher
    }
lead-deadline-days =
    { $days ->
        [0] am Tag der Frist
        [one] am Tag vor der Frist
       *[other] { $days } Tage vor der Frist
    }, { $time } Uhr
lead-deadline-hours =
    { $hours ->
        [one] eine Stunde vor der Frist
       *[other] { $hours } Stunden vor der Frist
    }
lead-to-attending = Zusage
lead-to-maybe = Vielleicht
lead-to-unanswered = ohne Antwort
lead-in-group = einmal in der Gruppe
lead-none = Es gibt keine Erinnerung.
lead-how = Ändern: /vorlauf 3 Tage 18:00 · /vorlauf 5 Stunden · /vorlauf Frist 2 Tage 18:00 · /vorlauf weg 1 · /vorlauf zurück
lead-past =
    Diese Zeit ist schon vorbei.
    Nennen Sie bitte eine spätere Zeit.
lead-after-start =
    Dann hat der Termin schon begonnen.
    Nennen Sie bitte eine frühere Zeit.
lead-after-deadline =
    Dann ist die Frist schon vorbei.
    Nennen Sie bitte eine frühere Zeit.
lead-known = Diese Erinnerung gibt es schon.
lead-no-deadline =
    Es gibt keine Frist.
    Legen Sie bitte eine Frist fest.
    Zum Beispiel: /veranstaltung Frist 15.11.2018
lead-too-many =
    Es sind schon { $most } Erinnerungen.
    Nehmen Sie bitte eine weg: /vorlauf weg 1
lead-no-such =
    Diese Nummer gibt es nicht.
    Die Liste zeigt /vorlauf.
audit-event-reminders = Zeiten der Erinnerungen geändert
