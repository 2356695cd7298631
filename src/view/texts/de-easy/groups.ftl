### Arbeitsgruppen, einfache Sprache (noch nicht geprüft)

ask-group = Welche Arbeitsgruppe meinen Sie?
ask-here = Wozu gehört diese Chat-Gruppe?

group-none =
    Es gibt gerade keine Arbeitsgruppe.
    Haben Sie Fragen? /kontakt
group-none-own =
    Das ist nur für Mitglieder.
    Alle Gruppen sehen Sie mit /ag.
    Dort können Sie mitmachen.
group-list-title = Arbeitsgruppen
group-list-how =
    Möchten Sie mitmachen?
    Schreiben Sie zum Beispiel: /ag mitmachen Wohnen
    Möchten Sie eine Gruppe ansehen?
    Schreiben Sie zum Beispiel: /ag Wohnen
group-field = Thema: { $what }
group-members =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
group-open = Alle können mitmachen.
group-approval = Die Leitung entscheidet über neue Mitglieder.
group-closed =
    Diese Gruppe ist zu Ende.
    Andere Gruppen sehen Sie mit /ag.
group-no-meeting = Es gibt noch kein nächstes Treffen.
group-next-meeting = Nächstes Treffen:
group-show-private =
    { $group }: Das zeige ich Ihnen im privaten Chat.
    Schreiben Sie dort: /ag

group-own-none = Sie sind nicht dabei.
group-own-asked = Sie haben gefragt.
group-own-member = Sie sind dabei.
group-own-leader = Sie leiten die Gruppe.
group-own-deputy = Sie sind dabei. Sie vertreten die Leitung.

group-joined = Schön. Sie sind jetzt dabei: { $group }.
group-joined-already = Sie sind schon dabei: { $group }.
group-asked =
    Wir haben die Leitung gefragt: { $group }.
    Die Leitung sieht Ihren Namen.
    Die Antwort kommt hier im Chat.
group-asked-already =
    Sie haben schon gefragt: { $group }.
    Die Leitung antwortet Ihnen.
group-left =
    Sie sind nicht mehr dabei: { $group }.
    Ihre Antworten zu den nächsten Treffen sind gelöscht.
group-not-in =
    Sie sind hier nicht dabei: { $group }.
    Möchten Sie mitmachen? /ag mitmachen

joining-question = { $name } möchte mitmachen. Sind Sie einverstanden?
joining-accepted = Gut. Die Person ist jetzt dabei.
joining-declined = Gut. Die Person ist nicht dabei.
joining-you-may =
    Die Leitung hat Ja gesagt.
    Sie sind jetzt dabei: { $group }.
joining-you-may-not =
    Die Leitung hat Nein gesagt: { $group }.
    Haben Sie Fragen? /kontakt

group-leaders-only =
    Das kann nur die Leitung.
    Ihre Gruppen sehen Sie mit /ag.
    Haben Sie Fragen? /kontakt
group-no-leader =
    Die Gruppe hat gerade keine Leitung.
    Bitte fragen Sie das Amt: /kontakt
group-members-only =
    Das ist nur für Mitglieder.
    Mit /ag können Sie mitmachen.
group-empty =
    In dieser Gruppe ist noch niemand.
    Tragen Sie jemanden ein: /ag eintragen
group-no-such-member =
    Diesen Namen finde ich nicht genau.
    Alle Namen sehen Sie mit /ag mitglieder.

group-roster-title =
    { $group }: { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
group-roster-waiting =
    { $count ->
        [one] { $count } Person wartet auf Ihr Ja.
       *[other] { $count } Personen warten auf Ihr Ja.
    }
group-roster-sent = Die Liste steht in Ihrem privaten Chat.
group-roster-members-only =
    Die Namen sehen nur Mitglieder.
    Mit /ag können Sie mitmachen.
group-roster-private =
    In der Liste stehen Namen.
    Öffnen Sie den privaten Chat mit mir.
    Schreiben Sie dort: /ag mitglieder
group-role-leader = Leitung
group-role-deputy = Vertretung

ag-how =
    Das habe ich nicht verstanden.
    Schreiben Sie zum Beispiel: /ag mitmachen Wohnen
    Oder: /ag verlassen
    Oder: /ag mitglieder
    Oder: /ag eintragen Frau K.
ag-ask-who = Um wen geht es?
ag-ask-name =
    Wie heißt die Person?
    Ein Name genügt.
ag-ask-title = Wie soll die Gruppe heißen?
ag-ask-sector = Zu welchem Bereich gehört die Person?
ag-sector-unknown =
    Bitte nennen Sie einen Bereich.
    Bürger/innen, Verwaltung, Politik oder Einrichtungen.

group-made =
    Die Gruppe ist angelegt: { $group }.
    Verbinden Sie eine Chat-Gruppe: /hier { $what }
    Bestimmen Sie eine Leitung: /ag leitung
group-exists =
    Diese Gruppe gibt es schon.
    Bitte nehmen Sie einen anderen Namen.
group-entered =
    Eingetragen: { $name } gehört jetzt zu { $group }.
    Bitte rufen Sie die Person an.
group-removed = Ausgetragen: { $name } gehört nicht mehr zu { $group }.
group-leader-set = { $name } leitet jetzt: { $group }.
group-deputy-set = { $name } vertritt jetzt die Leitung: { $group }.
group-sector-set = { $name }: { $what }
group-you-lead-now =
    Sie leiten jetzt eine Gruppe: { $group }.
    Was Sie tun können: /ag und /treffen
group-you-deputise =
    Sie vertreten jetzt die Leitung: { $group }.
    Was Sie tun können: /ag und /treffen
group-new-leader =
    Die Gruppe hat eine neue Leitung: { $group }.
    Wer leitet? /ag mitglieder
group-without-leader =
    Die Gruppe hat keine Leitung mehr: { $group }.
    Bitte bestimmen Sie eine neue: /ag leitung

audit-group-entered = Mitglied von einer Gruppe eingetragen
audit-group-removed = Mitglied von einer Gruppe ausgetragen
audit-group-appointed = Leitung von einer Gruppe bestimmt
audit-group-answered = Anfrage an eine Gruppe beantwortet

data-agenda = Ihr Vorschlag für ein Treffen: { $what }
data-minutes = Sie haben ein Protokoll geschrieben: { $event }
data-minutes-file = Sie haben eine Datei geschickt: { $name }

action-join = Mitmachen
action-leave = Verlassen
action-members = Mitglieder
action-accept = Ja, aufnehmen
action-turn-down = Nein, nicht aufnehmen
