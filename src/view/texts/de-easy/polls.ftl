### Umfragen zu Terminen

poll-title = Umfrage zum Termin: { $title }
poll-usual-title = Treffen { $group }
poll-count = { $yes } Ja, { $maybe } Zur Not, { $no } Nein
poll-best = Dieser Termin passt am besten.
poll-tied = Hier können gleich viele.
poll-chosen = Dieser Termin gilt.
poll-passed = Dieser Termin ist vorbei.
poll-out-must = Das geht nicht. Eine wichtige Person kann nicht.
poll-out-awaited = Die Antwort einer wichtigen Person fehlt.
poll-out-minimum = Zu wenige: { $have } von { $need }
poll-out-sector = { $sector }: { $have } von { $need }
poll-hint = Achtung: { $list }
poll-about = ungefähr { $what }
poll-eve = am Abend { $what }
poll-clash =
    gleichzeitig „{ $event }“ ({ $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    })
poll-more =
    { $count ->
        [one] Es gibt noch { $count } Termin.
       *[other] Es gibt noch { $count } Termine.
    }
poll-answered = { $count } von { $members } Personen haben geantwortet.
poll-hidden =
    Die Ergebnisse kommen am Ende.
    Dann stehen sie hier.
poll-closes = Bitte antworten Sie bis { $date }, { $time } Uhr.
poll-tie-fewer-if-needed =
    Manchmal passen zwei Termine gleich gut.
    Dann zählt: weniger „Zur Not“.
    Danach zählt: der frühere Termin.
poll-tie-earlier =
    Manchmal passen zwei Termine gleich gut.
    Dann zählt: der frühere Termin.
poll-tie-leader =
    Manchmal passen zwei Termine gleich gut.
    Dann entscheidet die Leitung.
poll-notice =
    Sie antworten im privaten Chat.
    Hier stehen nur Zahlen.
    Die Leitung sieht die Namen.
    Mehr dazu: /datenschutz
poll-state-closed =
    Die Umfrage ist zu Ende.
    Die Leitung wählt jetzt den Termin.
poll-state-decided = Der Termin steht fest.
action-vote = Abstimmen
action-vote-private = Chat öffnen

poll-how =
    Passt Ihnen der Termin?
    Wählen Sie Ja, Zur Not oder Nein.
poll-for = Sie antworten für: { $name }
poll-reminder =
    Ihre Antwort fehlt noch.
    Bitte antworten Sie.
poll-own-count = Ihre Antworten: { $count } von { $slots }
poll-answer-yes = Ja
poll-answer-if-needed = Zur Not
poll-answer-no = Nein
poll-answer-none = noch keine Antwort
poll-noted =
    Das ist notiert.
    { $when }: { $answer }
poll-page = Seite { $page }
poll-grid-sent = Die Termine stehen in Ihrem privaten Chat.
poll-open-private =
    Öffnen Sie bitte den privaten Chat mit mir.
    Schreiben Sie dort: /umfragen
poll-refused-closed =
    Diese Umfrage ist zu Ende.
    Andere Umfragen zeigt /umfragen.
poll-refused-passed =
    Dieser Termin ist vorbei.
    Bitte wählen Sie einen anderen.
poll-refused-no-member =
    Hier antworten nur Mitglieder: { $group }
    Möchten Sie mitmachen?
    Schreiben Sie /ag
action-poll-back = Zurück
action-poll-next = Weitere
action-poll-comment = Etwas dazu schreiben
action-poll-propose = Termin vorschlagen
action-poll-no-comment = Nichts schreiben
poll-comment-which = Zu welchem Termin möchten Sie etwas sagen?
poll-comment-what =
    Was möchten Sie sagen?
    Die Leitung sieht Ihren Namen dabei.
poll-comment-first-answer =
    Wählen Sie zuerst Ja, Zur Not oder Nein.
    Danach können Sie etwas schreiben.
poll-comment-noted =
    Das ist notiert.
    { $when }: { $words }
poll-comment-gone =
    Ihre Worte sind gelöscht.
    Termin: { $when }
poll-proposed =
    { $count ->
        [one] Danke. Ihr Termin steht in der Umfrage.
       *[other] Danke. Ihre { $count } Termine stehen in der Umfrage.
    }
poll-left-group = eine frühere Person

poll-ask-title =
    Worum geht es?
    Schreiben Sie ein paar Worte.
action-poll-untitled = Ohne eigenen Titel
poll-ask-slots =
    Welche Termine schlagen Sie vor?
    Zum Beispiel: Di 14.5. 19-21, Do 16.5. 19 Uhr
poll-slot-problem =
    „{ $given }“:
    { $sentence }
poll-slot-twice =
    „{ $given }“ steht schon in der Umfrage.
    Nennen Sie jeden Termin nur einmal.
poll-slot-too-far =
    „{ $given }“ ist sehr weit weg.
    Stimmt das Jahr?
poll-slot-too-many =
    Das sind { $count } Termine.
    Das ist zu viel.
    Bitte nennen Sie höchstens { $most }.
poll-draft-open-private =
    Öffnen Sie bitte den privaten Chat mit mir.
    Dort machen Sie die Umfrage.
poll-draft-sent =
    Die Umfrage steht in Ihrem privaten Chat.
    Dort können Sie die Umfrage öffnen.

desk-check =
    Stimmt alles?
    Dann öffnen Sie die Umfrage.
    Danach bleiben die Regeln so.
desk-must = Diese Personen müssen kommen: { $names }
desk-nobody = niemand
desk-minimum =
    { $count ->
        [0] Es gibt keine kleinste Zahl.
       *[other] Mindestens { $count } Personen
    }
desk-no-closing = Sie beenden die Umfrage selbst.
desk-live = Alle sehen die Ergebnisse sofort.
desk-hidden =
    Die Gruppe sieht die Ergebnisse am Ende.
    Sie sehen die Ergebnisse immer.
desk-ask-must = Wer muss unbedingt kommen?
desk-ask-minimum = Wie viele müssen mindestens können?
desk-ask-closing =
    Wie lange geht die Umfrage?
    Sie endet um 18 Uhr.
    Sie endet spätestens 12 Stunden vor dem ersten Termin.
desk-ask-tie =
    Manchmal passen zwei Termine gleich gut.
    Was zählt dann?
desk-page = Bitte wählen Sie.
desk-choose = Welcher Termin soll es sein?
desk-enter =
    Für wen antworten Sie?
    Wir schreiben dazu: Telefon.
desk-phoned =
    { $count ->
        [one] { $count } Person hat am Telefon geantwortet.
       *[other] { $count } Personen haben am Telefon geantwortet.
    }
desk-silent = Diese Antworten fehlen: { $names }
desk-closed =
    Die Umfrage ist zu Ende.
    Sie können einen Termin wählen.
    Sie können die Umfrage auch wieder öffnen.
action-poll-next-week = Nächste Woche, 19 Uhr
action-poll-week-after = In zwei Wochen, 19 Uhr
action-poll-tue-thu = 3× Di und Do, 19 Uhr
action-poll-strike = Termine wegnehmen
desk-ask-dates = Welche Termine sollen weg?
action-poll-open = Umfrage öffnen
action-poll-must = Wer muss kommen?
action-poll-minimum = Wie viele?
action-poll-closing = Wie lange?
action-poll-tie = Wenn es gleich steht
action-poll-hide = Ergebnisse am Ende
action-poll-show = Ergebnisse sofort
action-poll-discard = Wegwerfen
action-poll-at-least =
    { $count ->
        [0] egal
       *[other] { $count }
    }
action-poll-sectors = Je Bereich
action-poll-no-sectors = Bereiche ohne Zahl
action-poll-days =
    { $count ->
        [0] Ich beende sie selbst
        [one] { $count } Tag
       *[other] { $count } Tage
    }
action-fewer-if-needed = Weniger „Zur Not“
action-earlier = Der frühere Termin
action-leader = Die Leitung wählt
action-poll-fix = Wählen: { $day }
action-poll-choose = Anderen Termin wählen
action-poll-enter = Für jemanden antworten
action-poll-close = Umfrage beenden
action-poll-reopen = Wieder öffnen
poll-rule-noted = Das ist notiert.
poll-rules-fixed =
    Die Umfrage ist schon offen.
    Die Regeln bleiben jetzt so.
poll-opened = Die Umfrage ist offen.
poll-all-passed =
    Alle Termine sind schon vorbei.
    Bitte beginnen Sie neu: /terminumfrage
poll-discarded =
    Die Umfrage ist weg.
    Niemand hat sie gesehen.
poll-reopened =
    Die Umfrage ist wieder offen.
    Alle Antworten gelten weiter.
poll-fixed =
    Der Termin steht fest:
    { $when }
    Die Mitglieder bekommen eine Nachricht.
poll-enter-grid = Die Termine stehen jetzt unten im Chat.
poll-to-call =
    { $count ->
        [one] Eine Person hat keinen Chat.
       *[other] { $count } Personen haben keinen Chat.
    }
    Umfrage: „{ $title }“
    Bitte rufen Sie an: { $names }
    Eintragen können Sie mit /umfragen.

suggest-nothing-yet = Niemand hat bisher geantwortet.
suggest-best = Unser Vorschlag: { $when }
suggest-why =
    { $people ->
        [one] { $people } von { $members } kann kommen:
       *[other] { $people } von { $members } können kommen:
    }
suggest-tied = Gleich viele können hier: { $list }.
suggest-warning = Bitte denken Sie daran: { $list }
suggest-none = Kein Termin passt zu allen Regeln.
suggest-tie-leader =
    Es steht gleich.
    Sie wählen selbst.
suggest-others = Auch möglich
suggest-out = Das geht nicht
suggest-cannot = { $name } muss kommen, kann aber nicht
suggest-silent = { $name } muss kommen, hat aber nicht geantwortet
suggest-what-if =
    Kann { $name } doch kommen?
    Dann passt: { $when }
    So viele können dann: { $count }
suggest-comments = Was andere dazu sagen

action-poll-picture = Als Bild
poll-picture-sent = Das Bild kommt hier im Chat.
poll-tables-older =
    { $count ->
        [one] Eine ältere Umfrage fehlt hier.
       *[other] { $count } ältere Umfragen fehlen hier.
    }
picture-best = beste Wahl
picture-own-answers = Ihre Antworten
picture-more-people =
    { $count ->
        [one] Eine Person mehr. Sie steht nicht im Bild.
       *[other] { $count } Personen mehr. Sie stehen nicht im Bild.
    }

polls-title = Umfragen zu Terminen
polls-none = Für Sie gibt es jetzt keine Umfrage.
polls-which = Welche Umfrage meinen Sie?
polls-answered = Sie haben geantwortet
polls-not-answered = Ihre Antwort fehlt
polls-draft = noch nicht offen
polls-in-private =
    Sie können im privaten Chat antworten.
    Schreiben Sie dort: /umfragen

holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-womens-day = Frauentag
holiday-good-friday = Karfreitag
holiday-easter-sunday = Ostersonntag
holiday-easter-monday = Ostermontag
holiday-labour-day = Tag der Arbeit
holiday-liberation-day = Tag der Befreiung
holiday-ascension = Christi Himmelfahrt
holiday-pentecost-sunday = Pfingstsonntag
holiday-pentecost-monday = Pfingstmontag
holiday-uprising-1953 = Jahrestag des 17. Juni 1953
holiday-corpus-christi = Fronleichnam
holiday-assumption = Mariä Himmelfahrt
holiday-childrens-day = Weltkindertag
holiday-german-unity = Tag der Deutschen Einheit
holiday-reformation = Reformationstag
holiday-all-saints = Allerheiligen
holiday-repentance = Buß- und Bettag
holiday-christmas = 1. Weihnachtstag
holiday-boxing-day = 2. Weihnachtstag
school-christmas = Weihnachtsferien
school-easter = Osterferien
school-pentecost = Pfingstferien
school-summer = Sommerferien
school-autumn = Herbstferien
school-day-off = schulfrei
feast-ramadan = Fastenmonat Ramadan
feast-eid-fitr = Fest des Fastenbrechens
feast-eid-adha = Opferfest
feast-muharrem = alevitische Fastenzeit (Muharrem)
feast-asure = alevitischer Aşure-Tag
feast-hizir = alevitische Hızır-Fastentage
feast-nevruz = Nevruz
feast-hidirellez = Hıdırellez
feast-rosh-hashanah = jüdisches Neujahrsfest (Rosch Haschana)
feast-yom-kippur = jüdischer Versöhnungstag (Jom Kippur)
feast-sukkot = jüdisches Laubhüttenfest (Sukkot)
feast-shemini-atzeret = jüdisches Schlussfest (Schemini Azeret)
feast-simchat-torah = jüdisches Torafest (Simchat Tora)
feast-pesach = jüdisches Pessachfest
feast-shavuot = jüdisches Wochenfest (Schawuot)
feast-orthodox-christmas = orthodoxes Weihnachtsfest
feast-orthodox-theophany = orthodoxes Fest der Theophanie
feast-orthodox-good-friday = orthodoxer Karfreitag
feast-orthodox-easter = orthodoxes Osterfest
feast-orthodox-ascension = orthodoxe Himmelfahrt
feast-orthodox-pentecost = orthodoxes Pfingstfest
