### Abstimmungen

decision-title = Abstimmung: { $title }
decision-title-runoff = Stichwahl: { $title }
decision-method-plurality = Jede Person hat eine Stimme.
decision-method-approval = Jede Person wählt alles, womit sie einverstanden ist; das mit den meisten Zustimmungen gewinnt.
decision-method-instant-runoff = Rangfolge mit integrierter Stichwahl: Das Schwächste scheidet aus, bis eines mehr als die Hälfte hat.
decision-method-schulze = Rangfolge nach der Schulze-Methode: Jedes wird mit jedem verglichen; es gewinnt, was von keinem geschlagen wird.
decision-method-resistance = Systemisches Konsensieren: Jede Person sagt ihren Widerstand von 0 (keiner) bis 10 (geht gar nicht); der kleinste gewinnt.
decision-majority-simple = Beschlossen ist, was die meisten Stimmen hat. Enthaltungen zählen nicht.
decision-majority-absolute = Beschlossen ist, was mehr als die Hälfte der Stimmen hat. Enthaltungen zählen nicht.
decision-majority-two-thirds = Beschlossen ist, was mindestens zwei Drittel der Stimmen hat. Enthaltungen zählen nicht.
decision-tie-rejected = Bei Gleichstand oder ohne Mehrheit ist nichts beschlossen.
decision-tie-runoff = Bei Gleichstand oder ohne Mehrheit folgt eine Stichwahl zwischen den Stärksten.
decision-tie-lot = Bei Gleichstand entscheidet das Los; ohne Mehrheit ist nichts beschlossen.
decision-tie-leader = Bei Gleichstand entscheidet die AG-Leitung; ohne Mehrheit ist nichts beschlossen.
decision-lot-seal = Siegel des Loses: { $code }
decision-lot-opened = Geheimzahl des Loses, zu der das Siegel gehört: { $code }
decision-quorum-persons = Mindestens { $count } Personen müssen abstimmen.
decision-quorum-percent = Mindestens { $count } % der Stimmberechtigten müssen abstimmen.
decision-electorate-roster = Es stimmen alle ab, die bei der Öffnung Mitglied sind.
decision-electorate-seats = Es stimmen nur Mitglieder ab, die für einen Bereich einen Sitz haben.
decision-secret = Geheim: Nach dem Ende ist nirgends mehr gespeichert, wer was gewählt hat. Stimmen am Telefon oder auf Papier hört die AG-Leitung und trägt sie ein.
decision-named = Offen: Nach dem Ende sehen die Mitglieder im privaten Chat, wer was gewählt hat.
decision-no-closing = Die Abstimmung dauert, bis die AG-Leitung sie beendet.
decision-closes = Abstimmen bis { $date }, { $time } Uhr.
decision-took-part = { $have } von { $members } haben abgestimmt, davon { $count } mit Enthaltung.
decision-note = Anmerkung vom { $date }, { $name }: { $words }
decision-note-somebody = eine Person, die nicht mehr dabei ist
decision-figure-plurality =
    { $count ->
        [one] { $count } Stimme
       *[other] { $count } Stimmen
    }
decision-figure-approval =
    { $count ->
        [one] { $count } Zustimmung
       *[other] { $count } Zustimmungen
    }
decision-figure-instant-runoff = { $count } mal auf dem ersten Platz
decision-figure-schulze = gewinnt { $count } Vergleiche
decision-figure-resistance = Widerstand { $count }, Akzeptanz { $share } %
decision-outcome-votes = Beschlossen ist „{ $title }“: { $list }.
decision-outcome-lot = Es stand gleich ({ $list }), das Los hat „{ $title }“ bestimmt.
decision-outcome-leader = Es stand gleich ({ $list }), die AG-Leitung hat nach der vorher festgelegten Regel „{ $title }“ bestimmt.
decision-outcome-tie = Es steht gleich ({ $list }), also ist nach der vorher festgelegten Regel nichts beschlossen.
decision-outcome-no-majority = Die nötige Mehrheit fehlt ({ $list }), also ist nichts beschlossen.
decision-outcome-no-votes = Niemand hat etwas gewählt, also ist nichts beschlossen.
decision-outcome-no-quorum = Nur { $have } von mindestens { $need } Personen haben abgestimmt, also ist nichts beschlossen.
decision-outcome-runoff = Noch ist nichts beschlossen ({ $list }): Es folgt eine Stichwahl zwischen { $names }.
decision-outcome-tied = Es steht gleich ({ $list }), nach der vorher festgelegten Regel entscheidet die AG-Leitung.
decision-choice-none = noch nichts
decision-choice-abstained = Enthaltung
decision-voted = { $count } von { $members } haben abgestimmt.
decision-counting = Die Zeit ist um. Die Stimmen werden gezählt.
decision-hidden = Das Ergebnis steht hier, wenn die Abstimmung zu Ende ist.
decision-secret-own = Geheim: Am Ende verschwindet Ihre Wahl auch von dieser Karte.
decision-own = Ihre Wahl: { $answer }
decision-no-reactions = Bitte antworten Sie mit der Zahl. Reaktionen können andere lesen, darum zählen sie hier nicht.
decision-noted = Ihre Stimme ist notiert. Bis zum Ende können Sie sie ändern.
decision-entered = Diese Stimme wird als „Telefon oder Papier“ gezählt.
decision-reminder = Ihre Stimme fehlt noch. Wir freuen uns, wenn Sie mitentscheiden.
decision-ask-resistance = Wie groß ist Ihr Widerstand gegen „{ $title }“? 0 heißt keiner, 10 heißt: geht gar nicht.
decision-how-one = Bitte wählen Sie eine Möglichkeit.
decision-how-several = Bitte wählen Sie alles, womit Sie einverstanden sind.
decision-how-ranking = Bitte wählen Sie der Reihe nach, das Beste zuerst. Was Sie nicht wählen, steht hinten.
decision-how-resistance = Bitte wählen Sie eine Möglichkeit und dann Ihren Widerstand. Was Sie nicht bewerten, zählt als 0.
decision-more-votes =
    { $count ->
        [one] Dazu kommt { $count } weitere Stimme.
       *[other] Dazu kommen { $count } weitere Stimmen.
    }
decision-data-voted = hat abgestimmt (geheim)
action-decision-abstain = Enthaltung
action-decision-anew = Von vorn beginnen
decision-refused-closed = Diese Abstimmung ist beendet. Offene Abstimmungen sehen Sie mit /abstimmungen.
decision-refused-no-member = Hier stimmen die ab, die bei der Öffnung Mitglied waren: { $group }. Mitmachen können Sie mit /ag.
decision-refused-seat = Hier stimmen nur Mitglieder mit einem Sitz ab: { $group }. Fragen Sie gern die AG-Leitung.
decision-voted-self = Diese Person hat selbst abgestimmt. Ändern kann sie ihre Stimme nur selbst.
decision-open-private = Bitte öffnen Sie zuerst den privaten Chat mit mir und schreiben Sie dort /abstimmungen.
decision-ballot-sent = Ihr Stimmzettel steht in Ihrem privaten Chat mit mir.
decision-to-call =
    { $count ->
        [one] Abstimmung „{ $title }“: Eine Person ist im Chat nicht erreichbar. Bitte rufen Sie an: { $names }. Eintragen können Sie mit /abstimmungen.
       *[other] Abstimmung „{ $title }“: { $count } Personen sind im Chat nicht erreichbar. Bitte rufen Sie an: { $names }. Eintragen können Sie mit /abstimmungen.
    }
decision-check = Bitte prüfen Sie die Regeln. Mit der Öffnung stehen sie fest.
decision-ask-method = Wie soll abgestimmt werden?
decision-ask-majority = Welche Mehrheit ist nötig?
decision-ask-tie = Was gilt bei Gleichstand?
decision-ask-quorum = Wie viele müssen mindestens abstimmen?
decision-ask-closing = Wie lange soll die Abstimmung offen sein? Sie endet um 18 Uhr.
action-decision-plurality = Eine Stimme
action-decision-approval = Mehrere Stimmen
action-decision-instant-runoff = Rang mit Stichwahl
action-decision-schulze = Rang nach Schulze
action-decision-resistance = Konsensieren (0–10)
action-decision-simple = Die meisten Stimmen
action-decision-absolute = Mehr als die Hälfte
action-decision-two-thirds = Zwei Drittel
action-decision-rejected = Nichts beschlossen
action-decision-runoff = Stichwahl
action-decision-lot = Los
action-decision-leader = AG-Leitung entscheidet
action-decision-percent = { $count } %
action-decision-open = Abstimmung öffnen
action-decision-method = Art der Abstimmung
action-decision-majority = Mehrheit
action-decision-quorum = Mindestbeteiligung
action-decision-closing = Ende der Abstimmung
action-decision-named = Offen abstimmen
action-decision-secret = Geheim abstimmen
action-decision-seats = Nur Sitze stimmen ab
action-decision-roster = Alle Mitglieder
action-decision-close = Abstimmung beenden
action-decision-note = Anmerkung schreiben
decision-enter = Für wen tragen Sie die Stimme ein, am Telefon oder auf Papier?
decision-silent = Noch ohne Stimme: { $names }
decision-closed = Die Abstimmung ist beendet und gezählt.
decision-opened = Die Abstimmung ist offen. Die Regeln stehen jetzt fest.
decision-discarded = Die Abstimmung ist verworfen. Niemand hat davon erfahren.
decision-rules-fixed = Die Regeln stehen seit der Öffnung fest. Sie können die Abstimmung beenden und eine neue beginnen.
decision-enter-ballot = Der Stimmzettel für diese Person steht jetzt unten im Chat.
decision-note-kept = Ihre Anmerkung steht jetzt neben dem Ergebnis. Das Ergebnis selbst bleibt, wie es war.
decision-note-where = Anmerkungen schreiben Sie auf der Karte einer beendeten Abstimmung.
decision-note-ask = Was möchten Sie richtigstellen? Ihre Anmerkung steht mit Ihrem Namen neben dem Ergebnis.
decision-ask-question = Worüber soll die Gruppe abstimmen? Zum Beispiel: Wo treffen wir uns?
decision-ask-options = Welche Möglichkeiten gibt es? Bitte mit Strichpunkt trennen, zum Beispiel: Rathaus; Bürgerhaus
decision-one-option = Eine Abstimmung braucht mindestens zwei Möglichkeiten, mit Strichpunkt getrennt, zum Beispiel: Ja; Nein
decision-too-many = Das wären { $count } Möglichkeiten. Bitte wählen Sie höchstens { $most } aus.
decision-twice = „{ $given }“ steht zweimal da. Bitte nennen Sie jede Möglichkeit nur einmal.
action-decision-yes-no = Ja oder Nein
decision-yes-no = Ja; Nein
decision-draft-private = Bitte öffnen Sie zuerst den privaten Chat mit mir. Dort bereiten Sie die Abstimmung vor.
decision-draft-sent = Die Abstimmung liegt in Ihrem privaten Chat. Dort prüfen und öffnen Sie sie.
decisions-none = Für Sie ist keine Abstimmung offen.
decisions-open =
    { $count ->
        [one] Offen ist { $count } Abstimmung.
       *[other] Offen sind { $count } Abstimmungen.
    }
decisions-no-outcome = Es gibt noch kein Abstimmungsergebnis.
decision-chosen = beschlossen
decision-column-what = Möglichkeit oder Person
decision-column-number = Zahl
decision-column-words = in Worten
decision-row-eligible = Stimmberechtigt
decision-row-voted = Abgestimmt
decision-row-outcome = Ergebnis
decision-row-note = Anmerkung
decision-tables-older =
    { $count ->
        [one] Eine ältere Abstimmung ist nicht dabei.
       *[other] { $count } ältere Abstimmungen sind nicht dabei.
    }
decision-substitute = { $name } vertritt { $other }, wenn dort niemand abstimmt.
decision-substitutes =
    { $count ->
        [one] Für { $count } Sitz gibt es eine Stellvertretung. Sie zählt nur, wo der Sitz selbst nicht abstimmt.
       *[other] Für { $count } Sitze gibt es eine Stellvertretung. Sie zählt nur, wo der Sitz selbst nicht abstimmt.
    }
decision-substitute-own = Sie vertreten { $name }. Ihre Stimme zählt, wenn { $name } nicht abstimmt.
decision-ask-holder = Für welchen Sitz bestimmen Sie die Stellvertretung?
decision-ask-substitute = Wer vertritt { $name }?
decision-no-substitutes = Es gibt kein Mitglied ohne Sitz, das vertreten könnte. Aufnehmen können Sie jemanden mit /ag.
action-decision-substitute = Stellvertretung
action-decision-nobody = Niemand
