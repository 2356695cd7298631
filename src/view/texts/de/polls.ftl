### Terminumfragen

poll-title = Terminumfrage: { $title }
poll-usual-title = Treffen { $group }
poll-count = { $yes } Ja, { $maybe } Zur Not, { $no } Nein
poll-best = zurzeit der beste Termin
poll-tied = gleich viele können
poll-chosen = festgelegt
poll-passed = vorbei
poll-out-must = geht nicht, eine unverzichtbare Person kann nicht
poll-out-awaited = eine unverzichtbare Person hat noch nicht geantwortet
poll-out-minimum = zu wenige: { $have } von mindestens { $need }
poll-out-sector = { $sector }: { $have } von mindestens { $need }
poll-hint = Hinweis: { $list }
poll-about = um diesen Tag { $what }
poll-eve = am Abend beginnt { $what }
poll-clash =
    zur selben Zeit „{ $event }“ ({ $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    })
poll-more =
    { $count ->
        [one] Dazu kommt { $count } weiterer Termin.
       *[other] Dazu kommen { $count } weitere Termine.
    }
poll-answered = { $count } von { $members } haben geantwortet.
poll-hidden = Die Ergebnisse stehen hier, wenn die Umfrage zu Ende ist.
poll-closes = Antworten bis { $date }, { $time } Uhr.
poll-tie-fewer-if-needed = Bei Gleichstand zählt: weniger „Zur Not“, dann der frühere Termin.
poll-tie-earlier = Bei Gleichstand zählt: der frühere Termin.
poll-tie-leader = Bei Gleichstand entscheidet die AG-Leitung.
poll-notice = Ihre Antworten gibt jede Person im privaten Chat. Hier stehen nur Zahlen, die AG-Leitung sieht die Namen. Mehr: /datenschutz
poll-state-closed = Die Umfrage ist beendet. Die AG-Leitung legt den Termin fest.
poll-state-decided = Der Termin steht fest.
action-vote = Abstimmen
action-vote-private = Chat öffnen

poll-how = Bitte wählen Sie zu jedem Termin: Ja, Zur Not oder Nein.
poll-for = Sie tragen ein für: { $name }
poll-reminder = Ihre Antwort fehlt noch. Wir freuen uns, wenn Sie mitentscheiden.
poll-own-count = Ihre Antworten: { $count } von { $slots }
poll-answer-yes = Ja
poll-answer-if-needed = Zur Not
poll-answer-no = Nein
poll-answer-none = noch keine Antwort
poll-noted = Notiert: { $when } · { $answer }
poll-page = Seite { $page }
poll-grid-sent = Die Termine stehen in Ihrem privaten Chat mit mir.
poll-open-private = Bitte öffnen Sie zuerst den privaten Chat mit mir und schreiben Sie dort /umfragen.
poll-refused-closed = Diese Umfrage ist beendet. Offene Umfragen sehen Sie mit /umfragen.
poll-refused-passed = Dieser Termin ist schon vorbei. Bitte wählen Sie einen anderen.
poll-refused-no-member = Hier stimmen die Mitglieder ab: { $group }. Mitmachen können Sie mit /ag.
action-poll-back = Zurück
action-poll-next = Weitere
action-poll-comment = Bemerkung schreiben
action-poll-propose = Termin vorschlagen
action-poll-no-comment = Keine Bemerkung
poll-comment-which = Zu welchem Termin möchten Sie etwas sagen?
poll-comment-what = Was sollen die anderen wissen? Die AG-Leitung sieht Ihre Bemerkung mit Ihrem Namen.
poll-comment-first-answer = Bitte wählen Sie zuerst Ja, Zur Not oder Nein. Dann können Sie etwas dazu sagen.
poll-comment-noted = Notiert zu { $when }: { $words }
poll-comment-gone = Ihre Bemerkung zu { $when } ist gelöscht.
poll-proposed =
    { $count ->
        [one] Danke. Ihr Vorschlag steht jetzt in der Umfrage.
       *[other] Danke. Ihre { $count } Vorschläge stehen jetzt in der Umfrage.
    }
poll-left-group = eine Person, die nicht mehr dabei ist

poll-ask-title = Worum geht es? Ein paar Worte genügen, zum Beispiel „Zweites Treffen“.
action-poll-untitled = Ohne eigenen Titel
poll-ask-slots = Welche Termine schlagen Sie vor? Zum Beispiel: Di 14.5. 19-21, Do 16.5. 19 Uhr
poll-slot-problem = „{ $given }“: { $sentence }
poll-slot-twice = „{ $given }“ steht schon in der Umfrage. Bitte nennen Sie jeden Termin nur einmal.
poll-slot-too-far = „{ $given }“ liegt sehr weit in der Zukunft. Bitte prüfen Sie das Jahr.
poll-slot-too-many = Das wären { $count } Termine. Bitte wählen Sie höchstens { $most } aus.
poll-draft-open-private = Bitte öffnen Sie zuerst den privaten Chat mit mir. Dort bereiten Sie die Umfrage vor.
poll-draft-sent = Die Umfrage liegt in Ihrem privaten Chat. Dort prüfen und öffnen Sie sie.

desk-check = Stimmt alles? Dann öffnen Sie die Umfrage. Danach bleiben diese Regeln, wie sie sind.
desk-must = Unverzichtbar: { $names }
desk-nobody = niemand
desk-minimum =
    { $count ->
        [0] Keine Mindestzahl
       *[other] Mindestens { $count } Personen
    }
desk-no-closing = Offen, bis Sie die Umfrage beenden.
desk-live = Alle sehen die Ergebnisse laufend.
desk-hidden = Die Gruppe sieht die Ergebnisse erst am Ende, Sie sehen sie immer.
desk-ask-must = Ohne wen kann das Treffen nicht sein?
desk-ask-minimum = Wie viele müssen mindestens können?
desk-ask-closing = Wie lange soll die Umfrage offen sein? Sie endet um 18 Uhr, spätestens zwölf Stunden vor dem ersten Termin.
desk-ask-tie = Was zählt, wenn an mehreren Terminen gleich viele können?
desk-page = Bitte wählen Sie.
desk-choose = Welcher Termin soll es sein?
desk-enter = Für wen tragen Sie die Antworten ein? Sie werden als „Telefon“ gezählt.
desk-phoned =
    { $count ->
        [one] Davon hat { $count } Person am Telefon geantwortet.
       *[other] Davon haben { $count } Personen am Telefon geantwortet.
    }
desk-silent = Noch ohne Antwort: { $names }
desk-closed = Die Umfrage ist beendet. Sie können einen Termin festlegen oder die Umfrage wieder öffnen.
action-poll-next-week = Nächste Woche, 19 Uhr
action-poll-week-after = In zwei Wochen, 19 Uhr
action-poll-tue-thu = 3× Di und Do, 19 Uhr
action-poll-strike = Termine streichen
desk-ask-dates = Welche Termine sollen nicht zur Wahl stehen?
action-poll-open = Umfrage öffnen
action-poll-must = Unverzichtbar
action-poll-minimum = Mindestzahl
action-poll-closing = Ende der Umfrage
action-poll-tie = Gleichstand
action-poll-hide = Ergebnisse erst am Ende
action-poll-show = Ergebnisse laufend
action-poll-discard = Verwerfen
action-poll-at-least =
    { $count ->
        [0] keine
       *[other] { $count }
    }
action-poll-sectors = Je Bereich
action-poll-no-sectors = Bereiche ohne Zahl
action-poll-days =
    { $count ->
        [0] Bis ich sie beende
        [one] { $count } Tag
       *[other] { $count } Tage
    }
action-fewer-if-needed = Weniger „Zur Not“
action-earlier = Der frühere Termin
action-leader = Die AG-Leitung wählt
action-poll-fix = Festlegen: { $day }
action-poll-choose = Anderen Termin wählen
action-poll-enter = Für jemanden eintragen
action-poll-close = Umfrage beenden
action-poll-reopen = Wieder öffnen
poll-rule-noted = Notiert.
poll-rules-fixed = Die Regeln stehen seit der Öffnung fest. Sie können die Umfrage beenden und eine neue beginnen.
poll-opened = Die Umfrage ist offen.
poll-all-passed = Alle vorgeschlagenen Termine sind vorbei. Bitte beginnen Sie eine neue Umfrage mit /terminumfrage.
poll-discarded = Die Umfrage ist verworfen. Niemand hat davon erfahren.
poll-reopened = Die Umfrage ist wieder offen. Alle Antworten gelten weiter.
poll-fixed = Der Termin steht fest: { $when }. Die Mitglieder bekommen ihn mit der Bitte um Bestätigung.
poll-enter-grid = Die Termine für diese Person stehen jetzt unten im Chat.
poll-to-call =
    Terminumfrage „{ $title }“: { $count ->
        [one] Eine Person ist
       *[other] { $count } Personen sind
    } im Chat nicht erreichbar. Bitte rufen Sie an: { $names }. Eintragen können Sie die Antworten mit /umfragen.

suggest-nothing-yet = Es hat noch niemand geantwortet.
suggest-best = Vorschlag: { $when }
suggest-why =
    { $people ->
        [one] { $people } von { $members } kann kommen:
       *[other] { $people } von { $members } können kommen:
    }
suggest-tied = Gleich viele können auch bei { $list }.
suggest-warning = Bitte bedenken Sie: { $list }
suggest-none = Kein Termin erfüllt alle Regeln.
suggest-tie-leader = Es steht gleich. Nach Ihrer Regel wählen Sie selbst: „Anderen Termin wählen“.
suggest-others = Auch möglich
suggest-out = Geht nicht
suggest-cannot = { $name } ist unverzichtbar und kann nicht
suggest-silent = { $name } ist unverzichtbar und hat noch nicht geantwortet
suggest-what-if = Kann { $name } doch, wäre { $when } der beste Termin, mit { $count } Personen.
suggest-comments = Bemerkungen

action-poll-picture = Als Bild
poll-picture-sent = Das Bild kommt hier im Chat.
poll-tables-older =
    { $count ->
        [one] Eine ältere Umfrage ist nicht dabei.
       *[other] { $count } ältere Umfragen sind nicht dabei.
    }
picture-best = beste Wahl
picture-own-answers = Ihre Antworten
picture-more-people =
    { $count ->
        [one] Eine weitere Person steht nicht im Bild.
       *[other] { $count } weitere Personen stehen nicht im Bild.
    }

polls-title = Terminumfragen
polls-none = Für Sie ist keine Umfrage offen.
polls-which = Welche Umfrage meinen Sie?
polls-answered = Sie haben geantwortet
polls-not-answered = Ihre Antwort fehlt noch
polls-draft = noch nicht geöffnet
polls-in-private = Antworten können Sie im privaten Chat mit mir: /umfragen

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
