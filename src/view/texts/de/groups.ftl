### Arbeitsgruppen und Steuerungskreis: wer dabei ist, wer leitet

ask-group = Welche Arbeitsgruppe meinen Sie?
ask-here = Womit soll diese Gruppe verbunden sein?

group-none = Zurzeit gibt es keine Arbeitsgruppe. Fragen beantwortet /kontakt.
group-none-own = Das ist für die Mitglieder der Arbeitsgruppe. Mit /ag sehen Sie alle Gruppen und können mitmachen.
group-list-title = Arbeitsgruppen
group-list-how = Mitmachen: /ag mitmachen und der Name der Gruppe, zum Beispiel /ag mitmachen Wohnen. Eine Gruppe ansehen: /ag Wohnen.
group-field = Handlungsfeld: { $what }
group-members =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
group-open = Wer möchte, kann mitmachen.
group-approval = Über neue Mitglieder entscheidet die AG-Leitung.
group-closed = Diese Arbeitsgruppe ist abgeschlossen. Andere Gruppen sehen Sie mit /ag.
group-no-meeting = Noch kein nächstes Treffen.
group-next-meeting = Nächstes Treffen:
group-show-private = Die Karte von { $group } bekommen Sie im privaten Chat mit mir: /ag

group-own-none = Sie sind nicht dabei.
group-own-asked = Sie haben angefragt.
group-own-member = Sie sind dabei.
group-own-leader = Sie leiten die Gruppe.
group-own-deputy = Sie sind dabei, als Vertretung der Leitung.

group-joined = Schön, Sie sind jetzt dabei: { $group }.
group-joined-already = Sie sind schon dabei: { $group }.
group-asked = Wir haben die Leitung von { $group } gefragt. Sie sieht dafür Ihren Namen. Die Antwort bekommen Sie hier im Chat.
group-asked-already = Sie haben schon angefragt: { $group }. Die Leitung antwortet Ihnen.
group-left = Sie sind nicht mehr dabei: { $group }. Ihre Rückmeldungen zu den nächsten Treffen sind gelöscht.
group-not-in = Sie sind hier nicht dabei: { $group }. Mitmachen geht mit /ag mitmachen.

joining-question = { $name } möchte mitmachen. Einverstanden?
joining-accepted = Gut, die Person ist jetzt dabei.
joining-declined = Gut, die Person ist nicht dabei.
joining-you-may = Die Leitung hat zugestimmt. Sie sind jetzt dabei: { $group }.
joining-you-may-not = Die Leitung hat Ihre Anfrage nicht angenommen: { $group }. Fragen beantwortet /kontakt.

group-leaders-only = Das kann nur die Leitung der Gruppe. Mit /ag sehen Sie Ihre Gruppen, Fragen beantwortet /kontakt.
group-no-leader = Die Gruppe hat zurzeit keine Leitung. Bitte wenden Sie sich an das Amt: /kontakt.
group-members-only = Das ist nur für Mitglieder der Gruppe. Mit /ag können Sie mitmachen.
group-empty = In dieser Gruppe ist noch niemand. Mit /ag eintragen nehmen Sie jemanden auf.
group-no-such-member = Diesen Namen finde ich in der Gruppe nicht eindeutig. Bitte wählen Sie mit /ag mitglieder den vollen Namen.

group-roster-title =
    { $group }: { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
group-roster-waiting =
    { $count ->
        [one] { $count } Person wartet auf Ihre Zustimmung.
       *[other] { $count } Personen warten auf Ihre Zustimmung.
    }
group-roster-sent = Die Liste steht in Ihrem privaten Chat mit mir.
group-roster-members-only = Die Namen sehen nur Mitglieder der Gruppe. Mit /ag können Sie mitmachen.
group-roster-private = Die Liste enthält Namen. Bitte öffnen Sie den privaten Chat mit mir und schreiben Sie dort /ag mitglieder.
group-role-leader = Leitung
group-role-deputy = Vertretung

ag-how = Das habe ich nicht verstanden. Zum Beispiel: /ag, /ag mitmachen Wohnen, /ag verlassen, /ag mitglieder, /ag eintragen Frau K.
ag-ask-who = Um wen geht es?
ag-ask-name = Wie heißt die Person? Ein Name oder Anfangsbuchstaben genügen.
ag-ask-title = Wie soll die Arbeitsgruppe heißen?
ag-ask-sector = Für welchen Bereich steht die Person?
ag-sector-unknown = Bitte nennen Sie einen Bereich: Bürger/innen, Verwaltung, Politik oder Einrichtungen.

group-made = Die Gruppe { $group } ist angelegt. Verbinden Sie eine Chat-Gruppe mit ihr: /hier { $what }. Die Leitung bestimmen Sie mit /ag leitung.
group-exists = Diese Gruppe gibt es schon. Bitte wählen Sie einen anderen Namen oder schreiben Sie /ag.
group-entered = Eingetragen: { $name } gehört jetzt zu { $group } und wird angerufen, wenn etwas ansteht.
group-removed = Ausgetragen: { $name } gehört nicht mehr zu { $group }.
group-leader-set = { $name } leitet jetzt { $group }.
group-deputy-set = { $name } vertritt jetzt die Leitung von { $group }.
group-sector-set = { $name }: { $what }
group-you-lead-now = Sie leiten jetzt diese Gruppe: { $group }. Was Sie tun können, zeigen /ag und /treffen.
group-you-deputise = Sie vertreten jetzt die Leitung von { $group }. Was Sie tun können, zeigen /ag und /treffen.
group-new-leader = Die Leitung von { $group } hat gewechselt. Wer leitet, zeigt /ag mitglieder.
group-without-leader = { $group } hat keine Leitung mehr. Bitte bestimmen Sie eine neue: /ag leitung.

audit-group-entered = Mitglied einer Gruppe eingetragen
audit-group-removed = Mitglied einer Gruppe ausgetragen
audit-group-appointed = Leitung oder Vertretung einer Gruppe bestimmt
audit-group-answered = Anfrage an eine Gruppe beantwortet

data-agenda = Ihr Vorschlag für eine Tagesordnung: { $what }
data-minutes = Von Ihnen geschriebenes Protokoll: { $event }
data-minutes-file = Von Ihnen geschickte Datei: { $name }

action-join = Mitmachen
action-leave = Verlassen
action-members = Mitglieder
action-accept = Ja, aufnehmen
action-turn-down = Nein, nicht aufnehmen
