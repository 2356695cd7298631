### Abstimmungen

decision-title = Abstimmung: { $title }
decision-title-runoff = Zweite Runde: { $title }
decision-method-plurality = Jede Person hat eine Stimme.
decision-method-approval =
    Jede Person wählt alles, was gut ist.
    Die meisten Stimmen gewinnen.
decision-method-instant-runoff =
    Jede Person macht eine Reihenfolge.
    Das Schwächste fällt jeweils weg.
    Das Letzte gewinnt.
decision-method-schulze =
    Jede Person macht eine Reihenfolge.
    Jedes wird mit jedem verglichen.
    Das heißt Schulze-Methode.
decision-method-resistance =
    Sie sagen: Wie sehr stört mich das?
    0 heißt gar nicht.
    10 heißt sehr.
    Was am wenigsten stört, gewinnt.
decision-majority-simple = Die meisten Stimmen gewinnen.
decision-majority-absolute = Nötig ist mehr als die Hälfte der Stimmen.
decision-majority-two-thirds = Nötig sind zwei Drittel der Stimmen.
decision-tie-rejected =
    Manchmal steht es gleich.
    Dann ist nichts beschlossen.
decision-tie-runoff =
    Manchmal steht es gleich.
    Dann gibt es eine zweite Runde.
decision-tie-lot =
    Manchmal steht es gleich.
    Dann entscheidet das Los.
decision-tie-leader =
    Manchmal steht es gleich.
    Dann entscheidet die Leitung.
decision-lot-seal = Zeichen für das Los: { $code }
decision-lot-opened = Geheime Zahl vom Los: { $code }
decision-quorum-persons = Mindestens { $count } Personen müssen abstimmen.
decision-quorum-percent = Mindestens { $count } % der Personen müssen abstimmen.
decision-electorate-roster =
    Alle Mitglieder stimmen ab.
    Neue Mitglieder stimmen noch nicht mit ab.
decision-electorate-seats = Nur Mitglieder mit einem Sitz stimmen ab.
decision-secret =
    Die Abstimmung ist geheim.
    Am Ende löschen wir, wer was gewählt hat.
    Stimmen am Telefon hört die Leitung.
decision-named =
    Die Abstimmung ist offen.
    Am Ende sehen die Mitglieder alle Stimmen mit Namen.
decision-no-closing = Die Leitung beendet die Abstimmung.
decision-closes = Bitte stimmen Sie ab bis { $date }, { $time } Uhr.
decision-took-part =
    { $have } von { $members } Personen haben abgestimmt.
    Enthaltungen: { $count }
decision-note =
    Anmerkung vom { $date }
    { $name }: { $words }
decision-note-somebody = eine frühere Person
decision-figure-plurality =
    { $count ->
        [one] { $count } Stimme
       *[other] { $count } Stimmen
    }
decision-figure-approval =
    { $count ->
        [one] { $count } Stimme
       *[other] { $count } Stimmen
    }
decision-figure-instant-runoff = { $count } mal Platz 1
decision-figure-schulze = gewinnt { $count } mal
decision-figure-resistance = Widerstand { $count }, Zustimmung { $share } %
decision-outcome-votes =
    Beschlossen ist: { $title }.
    Zahlen: { $list }
decision-outcome-lot =
    Es stand gleich: { $list }
    Das Los sagt: { $title }
decision-outcome-leader =
    Es stand gleich: { $list }
    Die Leitung sagt: { $title }
decision-outcome-tie =
    Es steht gleich: { $list }
    Nichts ist beschlossen.
    So war die Regel.
decision-outcome-no-majority =
    Zu wenige Stimmen: { $list }
    Nichts ist beschlossen.
decision-outcome-no-votes =
    Niemand hat etwas gewählt.
    Nichts ist beschlossen.
decision-outcome-no-quorum =
    { $have } Personen haben abgestimmt.
    Nötig sind { $need }.
    Nichts ist beschlossen.
decision-outcome-runoff =
    Stand: { $list }
    Es gibt eine zweite Runde: { $names }
decision-outcome-tied =
    Es steht gleich: { $list }
    Jetzt entscheidet die Leitung.
decision-choice-none = noch nichts
decision-choice-abstained = Enthaltung
decision-voted = { $count } von { $members } Personen haben abgestimmt.
decision-counting =
    Die Zeit ist um.
    Wir zählen die Stimmen.
decision-hidden = Das Ergebnis kommt am Ende.
decision-secret-own = Geheim: Am Ende löschen wir Ihre Wahl auch hier.
decision-own = Ihre Wahl: { $answer }
decision-no-reactions =
    Bitte antworten Sie mit der Zahl.
    Bilder zählen hier nicht.
decision-noted =
    Ihre Stimme ist notiert.
    Sie können sie noch ändern.
decision-entered = Diese Stimme kam am Telefon oder auf Papier.
decision-reminder =
    Ihre Stimme fehlt noch.
    Bitte stimmen Sie ab.
decision-ask-resistance =
    Wie sehr stört Sie: { $title }?
    0 heißt gar nicht.
    10 heißt sehr.
decision-how-one = Bitte wählen Sie eine Möglichkeit.
decision-how-several = Wählen Sie alles, was gut ist.
decision-how-ranking =
    Wählen Sie zuerst das Beste.
    Dann das Zweitbeste.
decision-how-resistance =
    Wählen Sie eine Möglichkeit.
    Dann wählen Sie eine Zahl.
    Ohne Zahl zählt 0.
decision-more-votes =
    { $count ->
        [one] Es gibt noch { $count } Stimme.
       *[other] Es gibt noch { $count } Stimmen.
    }
decision-data-voted = hat geheim abgestimmt
action-decision-abstain = Enthaltung
action-decision-anew = Von vorn
decision-refused-closed =
    Diese Abstimmung ist zu Ende.
    Andere zeigt /abstimmungen.
decision-refused-no-member =
    Hier stimmen nur Mitglieder ab: { $group }
    Mitmachen können Sie mit /ag.
decision-refused-seat =
    Hier stimmen nur Mitglieder mit Sitz ab: { $group }
    Bitte fragen Sie die Leitung.
decision-voted-self = Diese Person hat schon selbst abgestimmt.
decision-open-private =
    Öffnen Sie bitte den privaten Chat mit mir.
    Schreiben Sie dort: /abstimmungen
decision-ballot-sent = Ihr Stimmzettel ist im privaten Chat.
decision-to-call =
    { $count ->
        [one]
            Abstimmung: { $title }
            { $count } Person hat keinen Chat.
            Bitte rufen Sie an: { $names }
            Eintragen können Sie mit /abstimmungen.
       *[other]
            Abstimmung: { $title }
            { $count } Personen haben keinen Chat.
            Bitte rufen Sie an: { $names }
            Eintragen können Sie mit /abstimmungen.
    }
decision-check =
    Bitte prüfen Sie die Regeln.
    Danach gelten sie fest.
decision-ask-method = Wie soll abgestimmt werden?
decision-ask-majority = Wie viele Stimmen sind nötig?
decision-ask-tie = Was gilt, wenn es gleich steht?
decision-ask-quorum = Wie viele müssen mindestens abstimmen?
decision-ask-closing =
    Wie lange soll die Abstimmung dauern?
    Sie endet um 18 Uhr.
action-decision-plurality = Eine Stimme
action-decision-approval = Mehrere Stimmen
action-decision-instant-runoff = Rang mit Stichwahl
action-decision-schulze = Rang nach Schulze
action-decision-resistance = Widerstand (0–10)
action-decision-simple = Die meisten Stimmen
action-decision-absolute = Mehr als die Hälfte
action-decision-two-thirds = Zwei Drittel
action-decision-rejected = Nichts beschlossen
action-decision-runoff = Zweite Runde
action-decision-lot = Los
action-decision-leader = Leitung entscheidet
action-decision-percent = { $count } %
action-decision-open = Abstimmung öffnen
action-decision-method = Art der Abstimmung
action-decision-majority = Mehrheit
action-decision-quorum = Mindestzahl
action-decision-closing = Ende
action-decision-named = Offen abstimmen
action-decision-secret = Geheim abstimmen
action-decision-seats = Nur Sitze
action-decision-roster = Alle Mitglieder
action-decision-close = Abstimmung beenden
action-decision-note = Anmerkung schreiben
decision-enter = Für wen tragen Sie die Stimme ein?
decision-silent = Noch ohne Stimme: { $names }
decision-closed =
    Die Abstimmung ist zu Ende.
    Alle Stimmen sind gezählt.
decision-opened =
    Die Abstimmung ist offen.
    Die Regeln gelten jetzt fest.
decision-discarded =
    Die Abstimmung ist gelöscht.
    Niemand weiß davon.
decision-rules-fixed =
    Die Regeln gelten jetzt fest.
    Sie können eine neue Abstimmung beginnen.
decision-enter-ballot = Der Stimmzettel steht jetzt unten im Chat.
decision-note-kept =
    Ihre Anmerkung steht jetzt beim Ergebnis.
    Das Ergebnis bleibt gleich.
decision-note-where = Anmerkungen schreiben Sie auf der Karte.
decision-note-ask =
    Was war falsch?
    Ihr Name steht bei der Anmerkung.
decision-ask-question = Worüber soll die Gruppe abstimmen?
decision-ask-options =
    Welche Möglichkeiten gibt es?
    Schreiben Sie zum Beispiel: Rathaus; Bürgerhaus
decision-one-option =
    Nötig sind mindestens zwei Möglichkeiten.
    Schreiben Sie zum Beispiel: Ja; Nein
decision-too-many =
    Das sind { $count } Möglichkeiten.
    Erlaubt sind höchstens { $most }.
decision-twice =
    „{ $given }“ steht zweimal da.
    Bitte nennen Sie alles nur einmal.
action-decision-yes-no = Ja oder Nein
decision-yes-no = Ja; Nein
decision-draft-private =
    Öffnen Sie bitte den privaten Chat mit mir.
    Dort bereiten Sie die Abstimmung vor.
decision-draft-sent =
    Die Abstimmung ist in Ihrem privaten Chat.
    Dort öffnen Sie sie.
decisions-none = Für Sie ist keine Abstimmung offen.
decisions-open =
    { $count ->
        [one] Offen ist { $count } Abstimmung.
       *[other] Offen sind { $count } Abstimmungen.
    }
decisions-no-outcome = Es gibt noch kein Ergebnis.
decision-chosen = beschlossen
decision-column-what = Vorschlag oder Person
decision-column-number = Zahl
decision-column-words = in Worten
decision-row-eligible = Diese Personen dürfen abstimmen
decision-row-voted = So viele haben abgestimmt
decision-row-outcome = Ergebnis
decision-row-note = Anmerkung
decision-tables-older =
    { $count ->
        [one] Eine ältere Abstimmung fehlt hier.
       *[other] { $count } ältere Abstimmungen fehlen hier.
    }
decision-substitute = { $name } vertritt { $other }.
decision-substitutes =
    { $count ->
        [one]
            { $count } Person vertritt einen Sitz.
            Sie zählt nur, wenn der Sitz nicht abstimmt.
       *[other]
            { $count } Personen vertreten einen Sitz.
            Sie zählen nur, wenn der Sitz nicht abstimmt.
    }
decision-substitute-own =
    Sie vertreten { $name }.
    Manchmal stimmt { $name } nicht ab.
    Dann zählt Ihre Stimme.
decision-ask-holder = Für welchen Sitz?
decision-ask-substitute = Wer vertritt { $name }?
decision-no-substitutes =
    Niemand kann vertreten.
    Alle haben selbst einen Sitz.
action-decision-substitute = Stellvertretung
action-decision-nobody = Niemand
