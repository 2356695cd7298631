### Zwei Konten, eine Person

link-code = Damit verbinden Sie zwei Konten, zum Beispiel bei Telegram und bei Matrix. Bitte schreiben Sie im anderen Konto privat an diesen Bot:
link-code-matrix = In Matrix beginnt der Befehl mit einem Ausrufezeichen statt mit dem Schrägstrich.
link-code-secret = Der Code gilt zehn Minuten und nur einmal. Bitte geben Sie ihn niemandem weiter.
link-code-entry = Dieser Code ist für { $name }. Er gilt zehn Minuten und nur einmal. Die Person schreibt ihn privat an diesen Bot:
link-which-entry = Welcher Eintrag ist gemeint?
link-sure = Eines der beiden Konten gehört zum Amt. Nach dem Verbinden gilt das für beide. Gehört das Konto „{ $name }“ auch Ihnen?
link-kept = Gut, es bleiben zwei Konten.
link-wrong = Dieser Code gilt nicht. Einen neuen bekommen Sie in Ihrem anderen Konto mit /verknuepfen, Hilfe mit /kontakt.
link-too-many = Das waren zu viele falsche Codes. Bitte versuchen Sie es in einer Stunde noch einmal. Hilfe: /kontakt
link-other-account = Das ist der Code von hier. Bitte schreiben Sie ihn in Ihrem anderen Konto.
link-in-private = Bitte nur im privaten Chat. Ein Code, den andere lesen konnten, gilt nicht mehr; einen neuen gibt es mit /verknuepfen.
link-made =
    Verbunden. Ihre Konten zählen ab jetzt als eine Person, und es gilt Ihre neueste Antwort: /meine
    Ich schreibe Ihnen dort, wo Sie mir zuletzt geschrieben haben.
link-made-there = Dieses Konto ist jetzt mit Ihrem Konto bei { $messenger } verbunden. Beide zählen als eine Person. Waren Sie das nicht? Dann melden Sie sich bitte gleich: /kontakt

how-many =
    Sie haben zweimal zugesagt, mit verschiedenen Zahlen.
    { $fewer } oder { $larger } Personen?
how-many-settled = Diese Frage ist erledigt. Ihre Antwort sehen Sie mit /meine.
action-how-many =
    { $persons ->
        [one] 1 Person
       *[other] { $persons } Personen
    }

board-links =
    { $count ->
        [one] Seit gestern wurden zwei Konten zu einer Person verbunden.
       *[other] Seit gestern wurden { $count }-mal zwei Konten zu einer Person verbunden.
    }
link-card-title = Verbundene Konten
link-card = „{ $name }“ und „{ $other }“ sind seit { $date }, { $time } Uhr eine Person.
link-card-until = Wenn das falsch ist, können Sie es bis { $date }, { $time } Uhr zurücknehmen.
action-part = Wieder trennen
link-part-younger-first = Darauf baut eine neuere Verbindung auf. Bitte trennen Sie zuerst diese: /amt
link-parted-card = Getrennt. Es sind wieder zwei Personen, mit den Antworten von vorher.
link-parted = Das Amt hat die Verbindung Ihrer Konten zurückgenommen. Bitte sehen Sie mit /meine nach, ob Ihre Antworten stimmen.

audit-link-offered = Code zum Verbinden ausgegeben
audit-link-made = zwei Konten verbunden
audit-link-undone = Verbindung zweier Konten zurückgenommen
