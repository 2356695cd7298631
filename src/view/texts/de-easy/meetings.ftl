### Treffen, einfache Sprache (noch nicht geprüft)

meeting-title = { $group }, { $number }. Treffen
meeting-notice =
    Der Termin steht fest: { $event }.
    { $when }.
    Kommen Sie? Antworten Sie auf der Karte.
meeting-made =
    Eingetragen: { $event }.
    { $when }.
    Die Mitglieder sind gefragt.
meeting-call =
    { $event }.
    { $when }.
    { $count ->
        [one] Diese Person hat keinen Chat. Bitte rufen Sie an.
       *[other] Diese { $count } Personen haben keinen Chat. Bitte rufen Sie an.
    }
meeting-clash =
    Zur selben Zeit: { $event }.
    { $when }.
    { $count ->
        [one] Das betrifft { $count } Person aus Ihrer Gruppe.
       *[other] Das betrifft { $count } Personen aus Ihrer Gruppe.
    }
meeting-count-of = { $count } von { $range } Treffen
meeting-count =
    { $count ->
        [one] { $count } Treffen bisher
       *[other] { $count } Treffen bisher
    }
meeting-count-planned = { $count } geplant
meeting-no-room =
    { $count ->
        [one] Es fehlt noch { $count } Treffen.
       *[other] Es fehlen noch { $count } Treffen.
    }
    Die Zeit ist knapp: nur bis { $date }.
    Bitte legen Sie bald einen Termin fest.
meeting-none-ahead =
    Es gibt kein nächstes Treffen.
    Die Leitung legt einen Termin fest.
    Zum Beispiel: /treffen Di 14.5. 19-21 Rathaus
meeting-none-begun =
    Es gab noch kein Treffen.
    Bitte warten Sie auf das erste Treffen.
meeting-ask-which = Welches Treffen meinen Sie?
meeting-ask-when =
    Wann ist das Treffen, und wo?
    Zum Beispiel: Di 14.5. 19-21 Rathaus
    Oder immer wieder: jeden ersten Dienstag 19-21 Rathaus
meeting-ask-answer = Was hat die Person gesagt?
meeting-answer-how = Bitte schreiben Sie: Zusage, Vielleicht oder Absage
meeting-replied =
    Eingetragen: { $name }
    { $answer }: { $event }
meeting-move-sure =
    Verschieben: { $event }?
    Neuer Termin: { $when }.
    Alle werden noch einmal gefragt.
meeting-cancel-sure =
    Absagen: { $event }?
    { $when }.
    Alle bekommen Bescheid.
meeting-how = Einen Vorschlag machen: /treffen punkt
meeting-how-leader =
    Das können Sie schreiben:
    /treffen Di 14.5. 19-21 Rathaus
    /treffen verschieben
    /treffen absagen
    /treffen tagesordnung
    /treffen antwort
    /treffen anwesend
    /protokoll
    /aufgabe

refused-not-member =
    Dieses Treffen ist nur für Mitglieder.
    Mit /ag können Sie mitmachen.

series-weekly = jede Woche am { $weekday }
series-two-weeks = alle zwei Wochen am { $weekday }
series-monthly = jeden Monat am { $number }. { $weekday }
series-monthly-last = jeden Monat am letzten { $weekday }
series-made =
    Die Gruppe trifft sich jetzt { $rule }.
    Das erste Mal: { $when }.
    Das nächste Treffen kommt danach von selbst.
series-line = Regel: { $rule }
series-ended =
    Gut. Neue Treffen kommen nicht mehr von selbst.
    Geplante Treffen bleiben.
series-none =
    Für diese Gruppe gibt es keine Regel.
    Zum Beispiel: /treffen jeden ersten Dienstag 19-21
series-over =
    Die Regel ist zu Ende: { $group }.
    Neue Termine: /treffen
series-no-weekday =
    Bitte nennen Sie einen Wochentag.
    Zum Beispiel: jeden ersten Dienstag 19-21
series-two-meanings =
    Das kann zwei Dinge heißen.
    Schreiben Sie: jeden zweiten Dienstag im Monat
    Oder: alle zwei Wochen dienstags

agenda-title = Das sind die Themen: { $event }
agenda-empty =
    Es gibt noch keine Themen.
    Einen Vorschlag machen: /treffen punkt
agenda-ask = Worüber wollen Sie sprechen?
agenda-noted =
    Ihr Vorschlag: { $what }
    Für: { $event }
agenda-full =
    Es sind schon { $most } Themen.
    Mehr geht nicht.
    Bitte sprechen Sie mit der Leitung.
agenda-twice = Dieses Thema steht schon da.
agenda-how = Mit den Knöpfen ordnen Sie die Themen.
agenda-arranged = Die Themen sind geändert.
action-agenda-up = Nr. { $count } nach oben
action-agenda-off = Nr. { $count } herausnehmen

attendance-title = Wer war da? { $event }
attendance-how = Tippen Sie auf einen Knopf. Dann gilt der Knopf.
attendance-unknown = offen
attendance-here = da
attendance-away = nicht da
attendance-noted = Notiert.
attendance-private =
    In der Liste stehen Namen.
    Öffnen Sie den privaten Chat mit mir.
    Schreiben Sie dort: /treffen anwesend

minutes-title = Protokoll: { $event }
minutes-present = Anwesend: { $count } von { $most }
minutes-file = Protokoll als Datei
minutes-question =
    Stimmt das so?
    Dann bekommen es alle Mitglieder.
    Zum Ändern schreiben Sie: /protokoll und den Text
minutes-are-approved = Freigegeben.
minutes-approved-already =
    Dieses Protokoll ist schon freigegeben.
    Nur die Leitung kann es ändern.
minutes-laid-before =
    Gespeichert: { $event }.
    Die Leitung liest es zuerst.
    Dann bekommen es alle Mitglieder.
minutes-kept =
    Gespeichert: { $event }.
    Die Leitung ist gerade nicht erreichbar.
    Bitte fragen Sie das Amt: /kontakt
minutes-sent =
    { $count ->
        [one] Freigegeben. { $count } Mitglied hat es bekommen.
       *[other] Freigegeben. { $count } Mitglieder haben es bekommen.
    }
minutes-list-title = Protokolle: { $group }
minutes-none =
    Es gibt noch kein Protokoll.
    Möchten Sie eines schreiben?
    Schreiben Sie: /protokoll und den Text
minutes-follow = Das Protokoll steht in Ihrem Chat.
minutes-private =
    Protokolle gibt es nur im privaten Chat.
    Schreiben Sie dort: /protokoll
minutes-as-file = Als Datei: { $name }
minutes-file-coming =
    Danke.
    Ich hole die Datei.
    Dann bekommt die Leitung die Datei.
minutes-file-ask =
    Bitte schicken Sie jetzt die Datei.
    In einer Gruppe: Antworten Sie auf diese Nachricht.
    Das geht: PDF, ODT, DOCX, Text oder Foto.
    Die Datei darf bis 10 MB groß sein.
minutes-file-wanted = Hier brauche ich eine Datei.
minutes-file-which =
    Sie sind in mehreren Arbeitsgruppen.
    Bitte schicken Sie die Datei noch einmal.
    Schreiben Sie die Gruppe dazu: /protokoll Wohnen:
minutes-file-type =
    Diese Art von Datei geht nicht.
    Das geht: PDF, ODT, DOCX, Text oder Foto.
    Bitte schicken Sie das Protokoll noch einmal.
minutes-file-other =
    Die Datei passt nicht zu ihrem Namen.
    Bitte schicken Sie das Protokoll noch einmal.
    Am besten als PDF.
minutes-file-large =
    Die Datei ist zu groß.
    Sie darf bis 10 MB groß sein.
    Bitte schicken Sie eine kleinere Datei.
minutes-file-gone =
    Ich konnte Ihre Datei nicht holen.
    Bitte schicken Sie die Datei noch einmal.
action-approve = Freigeben
action-minutes = Protokoll Nr. { $number }

tasks-title = Offene Aufgaben: { $group }
tasks-none =
    Es gibt keine offenen Aufgaben.
    Zum Beispiel: /aufgabe Raum buchen, Anna, 20.5.
tasks-private =
    Aufgaben zeige ich nur im privaten Chat.
    Schreiben Sie dort: /aufgabe
task-line = Nr. { $number }: { $what }
task-until = bis { $date }
task-overdue = zu spät
task-nobody = noch niemand
task-ask-owner = Wer übernimmt die Aufgabe?
task-ask-due =
    Bis wann?
    Zum Beispiel: 20.5.
task-given =
    Aufgabe Nr. { $number } hat jetzt { $name }.
    Am Tag vorher erinnere ich daran.
task-given-call =
    Aufgabe Nr. { $number } hat jetzt { $name }.
    Die Person hat keinen Chat.
    Bitte sagen Sie ihr Bescheid.
task-for-you = Ihre Aufgabe für { $group }
task-reminder = Bitte denken Sie an Ihre Aufgabe für { $group }
task-is-done = Erledigt. Vielen Dank.
task-no-longer-yours = Diese Aufgabe haben Sie nicht mehr.
task-finished = Erledigt. Vielen Dank.
task-not-yours =
    Diese Aufgabe hat eine andere Person.
    Nur sie und die Leitung können sie abschließen.
action-task-done = Erledigt
action-task-number = Nr. { $number } erledigt
action-in-weeks =
    { $count ->
        [one] in { $count } Woche
       *[other] in { $count } Wochen
    }
action-no-date = ohne Frist
