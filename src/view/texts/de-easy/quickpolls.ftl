### Stimmungsbilder

quickpoll-footnote =
    Das ist ein Stimmungsbild.
    Entscheiden kann die Gruppe mit /abstimmung.
quickpoll-ended = Das Stimmungsbild ist beendet.
quickpoll-ask-question =
    Was möchten Sie die Gruppe fragen?
    Schreiben Sie zum Beispiel: Kaffee oder Tee?
quickpoll-ask-options =
    Welche Antworten gibt es?
    Schreiben Sie zum Beispiel: Kaffee; Tee; beides
quickpoll-question-long =
    Die Frage ist zu lang.
    Erlaubt sind höchstens { $most } Zeichen.
quickpoll-option-long =
    Eine Antwort ist zu lang.
    Erlaubt sind höchstens { $most } Zeichen.
quickpoll-one-option =
    Nötig sind mindestens zwei Antworten.
    Schreiben Sie zum Beispiel: Kaffee; Tee
quickpoll-too-many =
    Das sind { $count } Antworten.
    Erlaubt sind höchstens { $most }.
quickpoll-twice =
    „{ $given }“ steht zweimal da.
    Bitte nennen Sie alles nur einmal.
quickpoll-rule =
    Ein Stimmungsbild hat keine Regeln wie „{ $given }“.
    Nehmen Sie für Regeln bitte /abstimmung.
quickpoll-in-group =
    Ein Stimmungsbild gehört in eine Gruppe.
    Bitte schreiben Sie den Befehl dort.
quickpoll-several-rooms =
    Zu diesem Thema gibt es mehrere Gruppen.
    Ein Stimmungsbild zählt nur in einer Gruppe.
    Alle zusammen zählt /abstimmung.
quickpoll-beside-decision =
    Darüber läuft schon eine Abstimmung.
    Ihre Stimme geben Sie mit /abstimmungen.
quickpoll-beside-date-poll =
    Danach fragt schon eine Umfrage.
    Ihre Antwort geben Sie mit /umfragen.
quickpoll-runs =
    Danach fragt hier schon ein Stimmungsbild.
    Antworten Sie darauf mit: /stimmungsbild ende
    Dann ist es beendet.
quickpoll-none =
    Hier ist kein Stimmungsbild offen.
    So beginnt eines: /stimmungsbild Kaffee oder Tee? Kaffee; Tee
quickpoll-not-that =
    Das ist kein offenes Stimmungsbild.
    Antworten Sie bitte auf das richtige.
    Schreiben Sie dort: /stimmungsbild ende
