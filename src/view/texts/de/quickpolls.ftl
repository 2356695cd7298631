### Stimmungsbilder

quickpoll-footnote = Ein Stimmungsbild. Beschlüsse fasst die Gruppe mit /abstimmung.
quickpoll-ended = Das Stimmungsbild ist beendet.
quickpoll-ask-question = Was möchten Sie die Gruppe fragen? Zum Beispiel: Kaffee oder Tee?
quickpoll-ask-options = Welche Antworten gibt es? Bitte mit Strichpunkt trennen, zum Beispiel: Kaffee; Tee; beides
quickpoll-question-long = Die Frage ist zu lang. Bitte fassen Sie sie in höchstens { $most } Zeichen.
quickpoll-option-long = Eine Antwort ist zu lang. Bitte fassen Sie jede in höchstens { $most } Zeichen.
quickpoll-one-option = Ein Stimmungsbild braucht mindestens zwei Antworten, mit Strichpunkt getrennt, zum Beispiel: Kaffee; Tee
quickpoll-too-many = Das wären { $count } Antworten. Bitte wählen Sie höchstens { $most } aus.
quickpoll-twice = „{ $given }“ steht zweimal da. Bitte nennen Sie jede Antwort nur einmal.
quickpoll-rule = Ein Stimmungsbild kennt keine Regeln wie „{ $given }“. Mit Regeln entscheidet die Gruppe durch /abstimmung.
quickpoll-in-group = Ein Stimmungsbild gehört in eine Gruppe: Bitte schreiben Sie den Befehl dort.
quickpoll-several-rooms = Zu diesem Thema gibt es mehrere Gruppen im Chat, und ein Stimmungsbild würde nur diese zählen. Alle zusammen zählt /abstimmung.
quickpoll-beside-decision = Darüber läuft schon eine Abstimmung. Abstimmen können Sie auf ihrer Karte oder mit /abstimmungen.
quickpoll-beside-date-poll = Danach fragt schon eine Terminumfrage. Antworten können Sie auf ihrer Karte oder mit /umfragen.
quickpoll-runs = Danach fragt hier schon ein Stimmungsbild. Beenden können Sie es, wenn Sie mit /stimmungsbild ende darauf antworten.
quickpoll-none = Hier ist kein Stimmungsbild offen. Ein neues beginnt zum Beispiel so: /stimmungsbild Kaffee oder Tee? Kaffee; Tee
quickpoll-not-that = Das ist kein offenes Stimmungsbild. Bitte antworten Sie mit /stimmungsbild ende auf das, was enden soll.
