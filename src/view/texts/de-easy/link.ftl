### Zwei Konten, eine Person

link-code =
    Haben Sie 2 Konten? Zum Beispiel bei Telegram und bei Matrix?
    Dann können Sie beide verbinden.
    Schreiben Sie dem Bot im anderen Konto. Schreiben Sie ihm allein:
link-code-matrix =
    In Matrix ist das erste Zeichen anders.
    Dort steht ein Ausrufe-Zeichen. Es steht für den Strich.
link-code-secret =
    Der Code gilt 10 Minuten. Er gilt nur 1 Mal.
    Geben Sie den Code niemandem.
link-code-entry =
    Der Code ist für { $name }.
    Er gilt 10 Minuten. Er gilt nur 1 Mal.
    Die Person schreibt ihn dem Bot im privaten Chat:
link-which-entry = Welchen Eintrag meinen Sie?
link-sure =
    Ein Konto gehört zum Amt.
    Dann gehören beide Konten zum Amt.
    Gehört das Konto „{ $name }“ auch Ihnen?
link-kept = Gut. Es bleiben 2 Konten.
link-wrong =
    Dieser Code gilt nicht.
    Holen Sie einen neuen Code im anderen Konto: /verknuepfen
    Brauchen Sie Hilfe? /kontakt
link-too-many =
    Das waren zu viele falsche Codes.
    Bitte warten Sie 1 Stunde.
    Brauchen Sie Hilfe? /kontakt
link-other-account =
    Das ist der Code von hier.
    Schreiben Sie ihn in Ihrem anderen Konto.
link-in-private =
    Bitte schreiben Sie das nur im privaten Chat.
    Andere konnten den Code lesen. Er gilt nicht mehr.
    Einen neuen Code gibt es mit /verknuepfen
link-made =
    Ihre Konten sind verbunden.
    Sie zählen jetzt als 1 Person.
    Ihre neueste Antwort gilt. Lesen Sie nach: /meine
    Ich schreibe Ihnen im zuletzt benutzten Chat.
link-made-there =
    Dieses Konto ist jetzt mit einem anderen verbunden.
    Das andere Konto ist bei { $messenger }.
    Sie zählen als 1 Person.
    Waren Sie das nicht? Dann melden Sie sich bitte gleich: /kontakt

how-many =
    Sie haben 2 Mal Ja gesagt. Die Zahlen sind verschieden.
    { $fewer } oder { $larger } Personen?
how-many-settled = Diese Frage ist fertig. Ihre Antwort steht hier: /meine
action-how-many =
    { $persons ->
        [one] 1 Person
       *[other] { $persons } Personen
    }

board-links =
    { $count ->
        [one] Seit gestern sind 2 Konten als 1 Person verbunden.
       *[other] Seit gestern sind { $count }-mal 2 Konten als 1 Person verbunden.
    }
link-card-title = Verbundene Konten
link-card =
    „{ $name }“ und „{ $other }“ sind 1 Person.
    Das gilt seit { $date }, { $time } Uhr.
link-card-until =
    Ist das falsch? Dann können Sie es trennen.
    Das geht bis { $date }, { $time } Uhr.
action-part = Wieder trennen
link-part-younger-first =
    Es gibt eine neuere Verbindung.
    Trennen Sie zuerst die neuere: /amt
link-parted-card =
    Getrennt. Es sind wieder 2 Personen.
    Die Antworten sind wie vorher.
link-parted =
    Das Amt hat Ihre Konten wieder getrennt.
    Bitte prüfen Sie Ihre Antworten: /meine

audit-link-offered = Code zum Verbinden gegeben
audit-link-made = 2 Konten verbunden
audit-link-undone = 2 Konten wieder getrennt
