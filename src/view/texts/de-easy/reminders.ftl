### Erinnerungen

command-erinnerung = Woran wir Sie erinnern
command-ruhe = Wann Sie Ruhe haben, zum Beispiel /ruhe 21-8

reminder-event = Wir erinnern Sie an diesen Termin.
reminder-deadline =
    Kommen Sie?
    Bitte antworten Sie bis { $date }.
reminder-late =
    Diese Nachricht kommt zu spät.
    Richtig war: { $date }, { $time } Uhr.
reminder-thanks =
    Sie waren bei „{ $event }“.
    Vielen Dank.
reminder-next-step =
    Wie geht es weiter?
    Das zeigt /prozess.
reminder-group =
    Zur Erinnerung:
    „{ $event }“, { $when }.
    Antworten Sie bitte auf der Karte.
reminder-offer =
    Bei „{ $event }“ sind Plätze für Sie frei.
    Das gilt bis { $time } Uhr.
    Schreiben Sie /zusage oder /absage.
reminder-office =
    Am { $date } endet die Frist für „{ $event }“.
    Nicht erreichbar: { $unreachable }.
    Was noch fehlt, zeigt /amt.

choices-title = Woran wir Sie erinnern
choices-deadline = Frist
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

quiet-set =
    Von { $from } bis { $until } Uhr haben Sie Ruhe.
    Ändern: /ruhe 21-8 oder /ruhe aus
quiet-none =
    Wir schreiben zu jeder Zeit.
    Ändern: /ruhe 21-8 oder /ruhe an
quiet-how = Schreiben Sie zum Beispiel /ruhe 21-8, /ruhe aus oder /ruhe an.
