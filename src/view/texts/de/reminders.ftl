### Erinnerungen

command-erinnerung = woran Sie erinnert werden
command-ruhe = wann Sie Ruhe haben möchten, zum Beispiel /ruhe 21-8

reminder-event = Wir erinnern Sie an diese Veranstaltung.
reminder-deadline = Kommen Sie? Wir freuen uns über Ihre Antwort bis { $date }.
reminder-late = Diese Nachricht kommt verspätet. Sie sollte am { $date } um { $time } Uhr bei Ihnen sein.
reminder-thanks = Vielen Dank, dass Sie bei „{ $event }“ dabei waren.
reminder-next-step = Wie es weitergeht, sehen Sie mit /prozess.
reminder-group = Zur Erinnerung: „{ $event }“, { $when }. Antworten können Sie auf der Karte.
reminder-offer = Bis { $time } Uhr sind bei „{ $event }“ noch Plätze für Sie freigehalten. Bitte antworten Sie mit /zusage oder /absage.
reminder-office = Am { $date } endet die Rückmeldefrist für „{ $event }“. Im Chat nicht erreichbar: { $unreachable }. Was noch fehlt, sehen Sie mit /amt.

choices-title = Woran wir Sie erinnern
choices-deadline = Rückmeldefrist
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

quiet-set = Von { $from } bis { $until } Uhr lassen wir Sie in Ruhe. Ändern: /ruhe 21-8, /ruhe aus
quiet-none = Erinnerungen kommen zu jeder Zeit. Ändern: /ruhe 21-8, /ruhe an
quiet-how = Bitte schreiben Sie zum Beispiel /ruhe 21-8, /ruhe aus oder /ruhe an.
