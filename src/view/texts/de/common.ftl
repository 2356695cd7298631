### Sprache und allgemeine Antworten

language-name = Deutsch
# Andere Namen, unter denen jemand diese Sprache nennt, durch Komma getrennt
language-also = deutsch,german,de-de,de-at,de-ch

profile-short = Mitreden in Ihrer Stadt, für alle, die hier leben. Zu Veranstaltungen zusagen oder absagen mit einem Tipp.
profile-description =
    Guten Tag. Dieser Bot gehört zum Beteiligungsprozess Ihrer Stadt. Sie können hier zu Veranstaltungen zusagen oder absagen.
    Gespeichert werden Ihr Name und Ihre Kennung im Messenger, Ihre Sprache und Ihre Antworten, nur für diesen Zweck. Mit /datenschutz erfahren Sie alles dazu, mit /loeschen wird alles gelöscht.

bug = Hier ist uns ein Fehler passiert. Ihre Eingabe wurde nicht übernommen. Bitte versuchen Sie es noch einmal. Hilft das nicht, nennen Sie dem Amt bitte die Nummer { $id }: /kontakt.
person-unnamed = ohne Namen
not-a-person = Hier können nur Personen antworten. Bitte schreiben Sie mit Ihrem eigenen Konto.
hidden-admin = Sie schreiben im Namen der Gruppe. Bitte schreiben Sie dafür mit Ihrem eigenen Konto.
command-not-allowed = Das ist dem Amt vorbehalten. Bei Fragen hilft /kontakt.
command-unknown = Diesen Befehl kenne ich nicht. Mit /hilfe sehen Sie, was ich kann.
text-not-understood = Das habe ich nicht verstanden. Mit /hilfe sehen Sie, was ich kann. Einen Menschen erreichen Sie über /kontakt.
file-not-expected = Mit dieser Datei kann ich nichts anfangen, sie bleibt ungelesen. Ist sie das Protokoll Ihrer Arbeitsgruppe? Dann schicken Sie sie bitte noch einmal mit dem Text /protokoll.
only-in-group = Das geht nur in einer Gruppe.
start-in-private = Bitte öffnen Sie dafür den privaten Chat mit mir.

press-unknown = Diese Schaltfläche gilt hier nicht. Mit /termine bekommen Sie eine neue Karte.
press-not-yours = Diese Frage ist an jemand anderen gerichtet.
press-closed = Das ist schon erledigt. Mit /termine sehen Sie den jetzigen Stand.
too-many-at-once = Gerade kommen sehr viele Nachrichten an. Bitte warten Sie einen Moment und schreiben Sie dann noch einmal. Die Schaltflächen gehen weiterhin.
message-unreadable = Ihre Nachricht kann ich noch nicht lesen. Bitte schreiben Sie sie noch einmal, wenn keine Antwort kommt.
# Steht auf Karten ohne Schaltflächen vor den nummerierten Antworten
legend-hint = Bitte antworten Sie auf diese Nachricht mit der passenden Nummer, oder reagieren Sie mit der Ziffer:
choice-unknown = Bitte nennen Sie eine Zahl von 1 bis { $most }.
choice-none = Auf diese Nachricht können Sie nicht mehr antworten. Mit /termine sehen Sie, was ansteht.
choice-in-poll = Das ist eine Umfrage Ihres Messengers. Bitte wählen Sie die Antwort dort aus, Zahlen zählen hier nicht.

dialog-abort-hint = Mit /abbrechen beenden Sie die Frage.
dialog-aborted = Gut, die Frage ist beendet. Es wurde nichts geändert.
dialog-none = Es ist keine Frage offen.
dialog-try-again = Bitte antworten Sie noch einmal oder schreiben Sie /abbrechen.
dialog-not-understood = Das habe ich nicht ganz verstanden. Bitte schreiben Sie nur /{ $command }, dann frage ich nach.
ask-yes-no = Bitte antworten Sie mit Ja oder Nein.
sure-yes = Ja
sure-no = Nein

help-title = Das können Sie hier tun
help-office = Für das Amt
help-human = Einen Menschen erreichen Sie über /kontakt.

command-zusage = zusagen, zum Beispiel /zusage 3 für drei Personen
command-vielleicht = vielleicht kommen
command-absage = absagen
command-termine = alle Termine
command-meine = meine Rückmeldungen
command-mitbringen = etwas zur Veranstaltung mitbringen
command-prozess = worum es geht und wo wir stehen
command-kontakt = wen Sie erreichen können
command-datenschutz = was mit Ihren Daten geschieht
command-verknuepfen = zwei Konten verbinden, damit Sie als eine Person zählen
command-meine-daten = alles sehen, was über Sie gespeichert ist
command-loeschen = alles löschen, was über Sie gespeichert ist
command-sprache = Sprache wählen
command-hilfe = diese Übersicht
command-start = begrüßt Sie
command-abbrechen = eine Frage beenden
command-ag = Arbeitsgruppen ansehen, mitmachen, verlassen
command-treffen = Treffen einer Arbeitsgruppe, zum Beispiel /treffen Di 14.5. 19-21 Rathaus
command-protokoll = Protokolle der Arbeitsgruppe lesen oder schreiben
command-aufgabe = Aufgaben der Arbeitsgruppe, zum Beispiel /aufgabe Raum buchen, Anna, 20.5.
command-hier = verbindet diese Gruppe mit einer Veranstaltung oder Arbeitsgruppe
command-sprachen = die Sprachen der Karten in dieser Gruppe
command-amt = Übersicht für das Amt
command-erfassen = Rückmeldung eintragen, zum Beispiel /erfassen Telefon 4 Frau K.
command-liste = Liste der Rückmeldungen, mit /liste csv als Tabelle, Terminumfragen mit /liste umfragen, Abstimmungen mit /liste abstimmungen
command-verschieben = Veranstaltung verschieben
command-entfaellt = Veranstaltung absagen
command-veranstaltung = Plätze und Rückmeldefrist festlegen
command-verlauf = wer was eingetragen oder geändert hat
command-terminumfrage = einen Termin für die Gruppe finden, zum Beispiel /terminumfrage Titel: Di 14.5. 19-21, Do 16.5. 19 Uhr
command-umfragen = offene Terminumfragen Ihrer Gruppen, auch zum Ansehen: /umfragen Bild
command-abstimmung = die Gruppe etwas entscheiden lassen, zum Beispiel /abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus
command-abstimmungen = offene Abstimmungen Ihrer Gruppen, Ergebnisse zum Ansehen: /abstimmungen Bild
command-stimmungsbild = in der Gruppe schnell nach der Stimmung fragen, zum Beispiel /stimmungsbild Kaffee oder Tee? Kaffee; Tee
command-berichtigung = neben ein Abstimmungsergebnis schreiben, was nicht stimmt
command-termin-vorschlagen = weitere Termine vorschlagen
command-bemerkung = etwas zu einem Termin sagen

group-hello = Guten Tag. Ich zeige in dieser Gruppe die Karte einer Veranstaltung. Bitte schreiben Sie /hier, wenn Sie zum Amt gehören.
here-asked = Ich habe das Amt gefragt. Stimmt es zu, kommt die Karte Ihrer Gruppe hierher.
here-nobody = Diese Chat-Gruppe verbindet das Amt, zurzeit ist dort niemand erreichbar. Bitte melden Sie sich über /kontakt.
here-request-title = Chat-Gruppe verbinden?
here-request = { $name } möchte die Chat-Gruppe { $title } mit { $group } verbinden. Alle dort sehen dann die Karten dieser Arbeitsgruppe.
here-request-chat = Wer die Chat-Gruppe { $title } verwaltet, möchte sie mit { $group } verbinden. Alle dort sehen dann die Karten dieser Arbeitsgruppe.
here-approved = Das Amt hat zugestimmt, die Chat-Gruppe gehört jetzt zu: { $group }.
here-declined = Das Amt möchte diese Chat-Gruppe nicht verbinden mit: { $group }. Fragen beantwortet es über /kontakt.
here-bound = Verbunden.
here-not-bound = Gut, sie bleibt unverbunden.
action-here-yes = Verbinden
action-here-no = Nicht verbinden
here-unknown = Das kenne ich nicht. Es gibt: { $names }.
ask-languages = In welcher Sprache soll die Karte hier stehen? Sie können auch zwei nennen, zum Beispiel /sprachen de en.
languages-one-or-two = Bitte nennen Sie eine oder zwei dieser Sprachen: { $languages }.
languages-set = Die Karte steht hier jetzt in: { $languages }.
