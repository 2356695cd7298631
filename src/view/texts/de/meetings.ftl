### Treffen: Termin, Tagesordnung, Anwesenheit, Protokoll, Aufgaben

meeting-title = { $group }, { $number }. Treffen
meeting-notice = Der Termin steht fest: { $event }, { $when }. Auf der Karte können Sie zusagen oder absagen.
meeting-made = Eingetragen: { $event }, { $when }. Die Mitglieder sind gefragt.
meeting-call =
    { $event }, { $when }. { $count ->
        [one] Diese Person hat keinen Chat, bitte rufen Sie sie an:
       *[other] Diese { $count } Personen haben keinen Chat, bitte rufen Sie sie an:
    }
meeting-clash =
    Zur selben Zeit: { $event }, { $when } ({ $count ->
        [one] { $count } Person aus Ihrer Gruppe
       *[other] { $count } Personen aus Ihrer Gruppe
    })
meeting-count-of = { $count } von { $range } Treffen
meeting-count =
    { $count ->
        [one] { $count } Treffen bisher
       *[other] { $count } Treffen bisher
    }
meeting-count-planned = { $count } geplant
meeting-no-room =
    { $count ->
        [one] Bis { $date } fehlt noch { $count } Treffen, und die Zeit reicht kaum mehr. Bitte legen Sie bald einen Termin fest.
       *[other] Bis { $date } fehlen noch { $count } Treffen, und die Zeit reicht kaum mehr. Bitte legen Sie bald Termine fest.
    }
meeting-none-ahead = Es steht kein Treffen an. Einen Termin legt die Leitung fest, zum Beispiel mit /treffen Di 14.5. 19-21 Rathaus.
meeting-none-begun = Es gab noch kein Treffen. Das geht, sobald eines begonnen hat.
meeting-ask-which = Welches Treffen meinen Sie?
meeting-ask-when = Wann und wo? Zum Beispiel: Di 14.5. 19-21 Rathaus. Oder immer wieder: jeden ersten Dienstag 19-21 Rathaus.
meeting-ask-answer = Was hat die Person gesagt?
meeting-answer-how = Bitte schreiben Sie Zusage, Vielleicht oder Absage.
meeting-replied = Eingetragen: { $name }, { $answer } für { $event }.
meeting-move-sure = „{ $event }“ verschieben auf { $when }? Alle werden noch einmal gefragt.
meeting-cancel-sure = „{ $event }“ am { $when } absagen? Alle bekommen Bescheid.
meeting-how = Einen Punkt vorschlagen: /treffen punkt und der Vorschlag.
meeting-how-leader = Sie können: /treffen Di 14.5. 19-21 Rathaus, /treffen verschieben, /treffen absagen, /treffen tagesordnung, /treffen antwort, /treffen anwesend, /protokoll, /aufgabe.

refused-not-member = Dieses Treffen ist für die Mitglieder der Gruppe. Mit /ag können Sie mitmachen.

series-weekly = jede Woche am { $weekday }
series-two-weeks = alle zwei Wochen am { $weekday }
series-monthly = jeden Monat am { $number }. { $weekday }
series-monthly-last = jeden Monat am letzten { $weekday }
series-made = Die Gruppe trifft sich jetzt { $rule }, zuerst { $when }. Das nächste Treffen lege ich an, wenn das vorige vorbei ist.
series-line = Regel: { $rule }
series-ended = Gut, es kommen keine Treffen von selbst mehr dazu. Was schon geplant ist, bleibt.
series-none = Für diese Gruppe gibt es keine Regel. Mit /treffen jeden ersten Dienstag 19-21 legen Sie eine fest.
series-over = { $group }: Die Regel für die Treffen ist zu Ende. Weitere Termine legen Sie mit /treffen fest.
series-no-weekday = Bitte nennen Sie einen Wochentag, zum Beispiel: jeden ersten Dienstag 19-21.
series-two-meanings = Das hat zwei Bedeutungen. Bitte schreiben Sie „jeden zweiten Dienstag im Monat“ oder „alle zwei Wochen dienstags“.

agenda-title = Tagesordnung: { $event }
agenda-empty = Noch keine Punkte. Vorschlagen: /treffen punkt und der Vorschlag.
agenda-ask = Worüber soll gesprochen werden?
agenda-noted = Vorgeschlagen für { $event }: { $what }
agenda-full = Die Tagesordnung ist voll ({ $most } Punkte). Bitte sprechen Sie mit der Leitung.
agenda-twice = Dieser Punkt steht schon auf der Tagesordnung.
agenda-how = Die Knöpfe rücken einen Punkt nach oben oder nehmen ihn heraus.
agenda-arranged = Die Tagesordnung ist geändert.
action-agenda-up = Nr. { $count } nach oben
action-agenda-off = Nr. { $count } herausnehmen

attendance-title = Wer war da? { $event }
attendance-how = Ein Tipp setzt, was auf dem Knopf steht.
attendance-unknown = offen
attendance-here = da
attendance-away = nicht da
attendance-noted = Notiert.
attendance-private = Die Liste enthält Namen. Bitte öffnen Sie den privaten Chat mit mir und schreiben Sie dort /treffen anwesend.

minutes-title = Protokoll: { $event }
minutes-present = Anwesend: { $count } von { $most }
minutes-file = Protokoll als Datei
minutes-question = Stimmt das so? Nach Ihrer Zustimmung geht es an alle Mitglieder. Ändern: /protokoll und der neue Text.
minutes-are-approved = Freigegeben.
minutes-approved-already = Dieses Protokoll ist schon freigegeben. Eine Berichtigung kann nur die Leitung eintragen.
minutes-laid-before = Gespeichert: { $event }. Die Leitung gibt es frei, dann geht es an alle Mitglieder.
minutes-kept = Gespeichert: { $event }. Zurzeit ist niemand von der Leitung erreichbar, bitte sprechen Sie das Amt an: /kontakt.
minutes-sent =
    { $count ->
        [one] Freigegeben und an { $count } Mitglied geschickt.
       *[other] Freigegeben und an { $count } Mitglieder geschickt.
    }
minutes-list-title = Protokolle: { $group }
minutes-none = Es gibt noch kein freigegebenes Protokoll. Schreiben: /protokoll und der Text.
minutes-follow = Das Protokoll steht in Ihrem Chat.
minutes-private = Protokolle bekommen Sie im privaten Chat mit mir: /protokoll
minutes-as-file = Als Datei: { $name }
minutes-file-coming = Danke, ich hole die Datei. Sobald sie da ist, bekommt die Leitung sie zur Freigabe.
minutes-file-ask = Bitte schicken Sie das Protokoll jetzt als Datei, in einer Gruppe als Antwort auf diese Nachricht. Es geht PDF, ODT, DOCX, Text oder ein Foto, bis 10 MB.
minutes-file-wanted = Hier brauche ich eine Datei, keinen Text.
minutes-file-which = Sie sind in mehreren Arbeitsgruppen. Bitte schicken Sie die Datei noch einmal mit dem Namen der Gruppe, zum Beispiel: /protokoll Wohnen:
minutes-file-type = Diese Art von Datei kann ich nicht aufheben. Bitte schicken Sie das Protokoll als PDF, ODT, DOCX, Text oder Foto (JPG, PNG).
minutes-file-other = In der Datei steckt etwas anderes, als ihr Name sagt. Bitte schicken Sie das Protokoll noch einmal, am besten als PDF.
minutes-file-large = Diese Datei ist größer als 10 MB. Bitte schicken Sie eine kleinere, am besten als PDF.
minutes-file-gone = Ihre Datei mit dem Protokoll konnte ich nicht holen. Bitte schicken Sie sie noch einmal.
action-approve = Freigeben
action-minutes = Protokoll Nr. { $number }

tasks-title = Offene Aufgaben: { $group }
tasks-none = Keine offenen Aufgaben. Eine vergeben: /aufgabe Raum buchen, Anna, 20.5.
tasks-private = Die Aufgaben sehen Sie im privaten Chat mit mir: /aufgabe
task-line = Nr. { $number }: { $what }
task-until = bis { $date }
task-overdue = überfällig
task-nobody = noch niemand
task-ask-owner = Wer übernimmt die Aufgabe?
task-ask-due = Bis wann? Ein Tag genügt, zum Beispiel 20.5.
task-given = Aufgabe Nr. { $number } ist bei { $name }. Am Tag vor der Frist erinnere ich daran.
task-given-call = Aufgabe Nr. { $number } ist bei { $name }. Diese Person hat keinen Chat, bitte sagen Sie ihr Bescheid.
task-for-you = Ihre Aufgabe für { $group }
task-reminder = Erinnerung an Ihre Aufgabe für { $group }
task-is-done = Erledigt. Vielen Dank.
task-no-longer-yours = Diese Aufgabe ist nicht mehr bei Ihnen.
task-finished = Erledigt. Vielen Dank.
task-not-yours = Diese Aufgabe hat jemand anderes. Abschließen können sie diese Person und die Leitung.
action-task-done = Erledigt
action-task-number = Nr. { $number } erledigt
action-in-weeks =
    { $count ->
        [one] in { $count } Woche
       *[other] in { $count } Wochen
    }
action-no-date = ohne Frist
