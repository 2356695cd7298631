### Sprache und allgemeine Antworten

language-name = Deutsch (einfach)
# Andere Namen, unter denen jemand diese Sprache nennt, durch Komma getrennt
language-also = einfach,leicht,leichte sprache,einfache sprache,einfaches deutsch,easy,de-easy

profile-short = Reden Sie mit in Ihrer Stadt. Alle Menschen können mitmachen. Sagen Sie hier: Ich komme.
profile-description =
    Guten Tag.
    Dieser Chat gehört zu Ihrer Stadt.
    Die Stadt plant Veranstaltungen.
    Sie können hier sagen: Ich komme. Oder: Ich komme nicht.
    Wir speichern Ihren Namen und Ihre Kennung im Chat.
    Wir speichern auch Ihre Sprache und Ihre Antworten.
    Wir brauchen das nur für die Veranstaltungen.
    Mehr lesen: /datenschutz
    Alles löschen: /loeschen

bug =
    Wir haben einen Fehler gemacht.
    Ihre Eingabe ist nicht angekommen.
    Bitte versuchen Sie es noch einmal.
    Geht es wieder nicht? Dann fragen Sie bitte das Amt: /kontakt
    Sagen Sie dort diese Nummer: { $id }
person-unnamed = ohne Namen
not-a-person =
    Hier können nur Personen antworten.
    Bitte schreiben Sie mit Ihrem eigenen Konto.
hidden-admin =
    Sie schreiben im Namen der Gruppe.
    Bitte schreiben Sie mit Ihrem eigenen Konto.
command-not-allowed =
    Das kann nur das Amt machen.
    Haben Sie Fragen? /kontakt
command-unknown =
    Das kenne ich nicht.
    Schreiben Sie /hilfe. Dann sehen Sie alles.
text-not-understood =
    Das habe ich nicht verstanden.
    Schreiben Sie /hilfe. Dann sehen Sie alles.
    Möchten Sie mit einem Menschen sprechen? /kontakt
file-not-expected =
    Ich kann diese Datei nicht nutzen.
    Ich habe sie nicht geöffnet.
    Ist es ein Protokoll?
    Dann schicken Sie die Datei bitte noch einmal.
    Schreiben Sie dazu: /protokoll
only-in-group = Das geht nur in einer Gruppe.
start-in-private =
    Bitte schreiben Sie mir allein.
    Öffnen Sie dafür den privaten Chat.

press-unknown =
    Dieser Knopf geht hier nicht.
    Schreiben Sie /termine. Dann bekommen Sie neue Knöpfe.
press-not-yours =
    Diese Frage ist nicht für Sie.
    Eine andere Person soll antworten.
press-closed =
    Das ist schon erledigt.
    Schreiben Sie /termine. Dann sehen Sie alles neu.
too-many-at-once =
    Gerade kommen viele Nachrichten.
    Bitte warten Sie kurz.
    Schreiben Sie dann noch einmal.
    Die Knöpfe gehen weiter.
message-unreadable = Ich kann Ihre Nachricht noch nicht lesen. Bitte schreiben Sie sie noch einmal.
legend-hint =
    Antworten Sie auf diese Nachricht.
    Schreiben Sie nur die Nummer:
choice-unknown = Bitte schreiben Sie eine Zahl von 1 bis { $most }.
choice-none =
    Hier können Sie nicht mehr antworten.
    Alle Termine zeigt /termine.
choice-in-poll =
    Das ist eine Umfrage.
    Bitte tippen Sie dort auf Ihre Antwort.
    Zahlen zählen hier nicht.

dialog-abort-hint = Möchten Sie aufhören? Schreiben Sie /abbrechen.
dialog-aborted =
    Gut, wir hören auf.
    Alles bleibt wie vorher.
dialog-none = Es gibt gerade keine Frage.
dialog-try-again =
    Bitte antworten Sie noch einmal.
    Oder schreiben Sie /abbrechen.
dialog-not-understood =
    Das habe ich nicht ganz verstanden.
    Bitte schreiben Sie nur /{ $command }
    Dann frage ich Sie.
ask-yes-no = Bitte schreiben Sie Ja oder Nein.
sure-yes = Ja
sure-no = Nein

help-title = Das können Sie hier machen
help-office = Für das Amt
help-human = Möchten Sie mit einem Menschen sprechen? /kontakt

command-zusage = Sie kommen. Für 3 Personen schreiben Sie: /zusage 3
command-vielleicht = Sie kommen vielleicht.
command-absage = Sie kommen nicht.
command-termine = alle Termine
command-meine = Ihre Antworten
command-mitbringen = Sie bringen etwas mit.
command-prozess = Was macht die Stadt? Was kommt noch?
command-kontakt = So erreichen Sie einen Menschen.
command-datenschutz = Das machen wir mit Ihren Daten.
command-verknuepfen = 2 Konten verbinden
command-meine-daten = Das haben wir über Sie gespeichert.
command-loeschen = Wir löschen alles über Sie.
command-sprache = Ihre Sprache
command-hilfe = diese Liste
command-start = Guten Tag sagen
command-abbrechen = mit einer Frage aufhören
command-ag = Arbeitsgruppen: ansehen und mitmachen
command-treffen = Treffen von Ihrer Arbeitsgruppe
command-protokoll = Protokolle lesen oder schreiben
command-aufgabe = Aufgaben von Ihrer Arbeitsgruppe
command-hier = Diese Gruppe zeigt eine Veranstaltung oder Arbeitsgruppe.
command-sprachen = die Sprachen in dieser Gruppe
command-amt = alles für das Amt
command-erfassen = eine Antwort eintragen, zum Beispiel: /erfassen Telefon 4 Frau K.
command-liste = alle Antworten, als Tabelle: /liste csv, Umfragen: /liste umfragen, Abstimmungen: /liste abstimmungen
command-verschieben = Die Veranstaltung bekommt einen neuen Termin.
command-entfaellt = Die Veranstaltung findet nicht statt.
command-veranstaltung = Plätze und Frist für eine Veranstaltung
command-verlauf = Wer hat was geändert?
command-terminumfrage = Einen Termin für die Gruppe finden
command-umfragen = Umfragen zu Terminen, auch als Bild: /umfragen Bild
command-abstimmung = Die Gruppe stimmt über etwas ab
command-abstimmungen = Offene Abstimmungen, Ergebnisse als Bild: /abstimmungen Bild
command-stimmungsbild = Die Gruppe schnell etwas fragen
command-berichtigung = Eine Anmerkung zu einem Ergebnis
command-termin-vorschlagen = Einen Termin vorschlagen
command-bemerkung = Etwas zu einem Termin sagen

group-hello =
    Guten Tag.
    Ich zeige hier eine Veranstaltung.
    Sind Sie vom Amt?
    Dann schreiben Sie bitte /hier
here-asked =
    Ich habe das Amt gefragt.
    Bitte warten Sie auf die Antwort.
here-nobody =
    Das Amt muss zustimmen.
    Dort ist gerade niemand erreichbar.
    Bitte melden Sie sich hier: /kontakt
here-request-title = Chat-Gruppe verbinden?
here-request =
    { $name } möchte eine Chat-Gruppe verbinden.
    Die Chat-Gruppe heißt: { $title }
    Sie gehört dann zu: { $group }
    Alle dort sehen dann die Karten.
here-request-chat =
    Eine Chat-Gruppe soll verbunden werden.
    Sie heißt: { $title }
    Sie gehört dann zu: { $group }
    Alle dort sehen dann die Karten.
here-approved =
    Das Amt hat zugestimmt.
    Die Chat-Gruppe gehört jetzt zu: { $group }
here-declined =
    Das Amt stimmt nicht zu.
    Die Chat-Gruppe gehört nicht zu: { $group }
    Haben Sie Fragen? /kontakt
here-bound = Die Chat-Gruppe ist verbunden.
here-not-bound = Die Chat-Gruppe ist nicht verbunden.
action-here-yes = Verbinden
action-here-no = Nicht verbinden
here-unknown =
    Das kenne ich nicht.
    Ich kenne: { $names }
ask-languages =
    Welche Sprache soll die Gruppe sehen?
    Sie können auch 2 Sprachen nennen.
    Zum Beispiel: /sprachen de en
languages-one-or-two = Bitte nennen Sie 1 oder 2 von diesen Sprachen: { $languages }
languages-set = Die Gruppe sieht jetzt: { $languages }
