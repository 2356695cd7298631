### Erinnerungen

command-erinnerung = woran Sie erinnert werden
command-ruhe = wann Sie Ruhe haben möchten, zum Beispiel /ruhe 21-8

reminder-event = Wir erinnern Sie an diese Veranstaltung.
reminder-deadline = Kommen Sie? Wir freuen uns über Ihre Antwort bis { $date }.
reminder-deadline-maybe = Sie haben „Vielleicht“ gesagt. Wissen Sie schon mehr? Wir freuen uns über Ihre Antwort bis { $date }.
reminder-late = Diese Nachricht kommt verspätet. Vorgesehen war sie für den { $date } um { $time } Uhr.
reminder-thanks = Vielen Dank, dass Sie bei „{ $event }“ dabei waren.
reminder-next-step = So geht es weiter: { $step }. Mehr dazu mit /prozess.
reminder-next-unknown = Wie es weitergeht, sehen Sie mit /prozess.
reminder-group = Zur Erinnerung: „{ $event }“, { $when }
reminder-group-how = Antworten können Sie auf der Karte darüber.
reminder-offer =
    Bei „{ $event }“ halten wir noch { $persons ->
        [one] einen Platz
       *[other] { $persons } Plätze
    } für Sie frei, bis zum { $date } um { $time } Uhr. Möchten Sie kommen?
reminder-many = Antworten können Sie mit /termine.
reminder-closed = Diese Nachricht ist nicht mehr aktuell, an Ihrer Antwort hat sich nichts geändert. Den jetzigen Stand sehen Sie mit /termine.
reminder-office = Am { $date } endet die Rückmeldefrist für „{ $event }“.
reminder-office-start = Am { $date } beginnt „{ $event }“.
reminder-office-unreachable =
    { $count ->
        [0] Alle, die im Chat geantwortet haben, sind dort erreichbar.
        [one] Eine Person ist im Chat nicht erreichbar:
       *[other] { $count } Personen sind im Chat nicht erreichbar:
    }
reminder-office-more = Dazu kommen { $count } weitere: /liste

choices-title = Woran wir Sie erinnern
choices-deadline = Rückmeldefrist, Umfragen und Abstimmungen
choices-event = Veranstaltung
choices-thanks = Dank danach
choices-is-on = ja
choices-is-off = nein
choices-how = Wann Sie Ruhe haben möchten, sagen Sie mit /ruhe.
choices-noted = Danke, das ist notiert.
action-deadline-on = Frist: ja
action-deadline-off = Frist: nein
action-event-on = Veranstaltung: ja
action-event-off = Veranstaltung: nein
action-thanks-on = Dank: ja
action-thanks-off = Dank: nein

quiet-set = Von { $from } bis { $until } Uhr lassen wir Sie in Ruhe.
quiet-sundays = Auch sonntags kommt nichts.
quiet-holidays = Auch an Feiertagen kommt nichts.
quiet-change = Ändern: /ruhe 21-8, /ruhe aus
quiet-none = Erinnerungen kommen zu jeder Zeit. Ändern: /ruhe 21-8, /ruhe an
quiet-how = Bitte schreiben Sie zum Beispiel /ruhe 21-8, /ruhe aus oder /ruhe an.

data-reminder-off = Abbestellte Erinnerung: { $kind }
data-quiet = Ruhezeit: { $from } bis { $until } Uhr
data-quiet-none = Ruhezeit: keine
data-reminder-sent = Erinnerung an „{ $event }“, { $date }, { $time } Uhr: geschickt
data-reminder-ahead = Erinnerung an „{ $event }“, { $date }, { $time } Uhr: geplant
data-thanks-sent = Dank für „{ $event }“, { $date }, { $time } Uhr: geschickt
data-thanks-ahead = Dank für „{ $event }“, { $date }, { $time } Uhr: geplant

### Vorlaufzeiten (Amt)

command-vorlauf = wann an eine Veranstaltung erinnert wird
lead-title = Wann wir an „{ $event }“ erinnern
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
        [0] am Tag der Rückmeldefrist
        [one] am Tag vor der Rückmeldefrist
       *[other] { $days } Tage vor der Rückmeldefrist
    }, { $time } Uhr
lead-deadline-hours =
    { $hours ->
        [one] eine Stunde vor der Rückmeldefrist
       *[other] { $hours } Stunden vor der Rückmeldefrist
    }
lead-to-attending = Zusage
lead-to-maybe = Vielleicht
lead-to-unanswered = ohne Antwort
lead-in-group = einmal in der Gruppe
lead-none = Es ist keine Erinnerung eingestellt.
lead-how = Ändern: /vorlauf 3 Tage 18:00 · /vorlauf 5 Stunden · /vorlauf Frist 2 Tage 18:00 · /vorlauf weg 1 · /vorlauf zurück
lead-past = Dieser Zeitpunkt ist schon vorbei. Bitte nennen Sie einen späteren.
lead-after-start = Dann hat die Veranstaltung schon begonnen. Bitte nennen Sie einen früheren Zeitpunkt.
lead-after-deadline = Dann ist die Rückmeldefrist schon vorbei. Bitte nennen Sie einen früheren Zeitpunkt.
lead-known = Diese Erinnerung gibt es schon.
lead-no-deadline = Diese Veranstaltung hat keine Rückmeldefrist. Bitte legen Sie erst eine fest, zum Beispiel mit /veranstaltung Frist 15.11.2018.
lead-too-many = Mehr als { $most } Erinnerungen an eine Veranstaltung gibt es nicht. Bitte nehmen Sie erst eine weg: /vorlauf weg 1
lead-no-such = Diese Nummer steht nicht auf der Liste. Bitte sehen Sie nach: /vorlauf
audit-event-reminders = Erinnerungszeiten geändert
