### Der Beteiligungsprozess

process-mandate-bare = Beschluss vom { $date }: { $body }.
process-mandate = Beschluss vom { $date }: { $body } ({ $vote }).
process-funding = Unterstützt durch das Förderprogramm „{ $name }“.
process-phases = Schritte
process-questions = Leitfragen
phase-span = { $from } bis { $until }
phase-open = offen
phase-ahead = kommt noch
phase-now = läuft
phase-done = abgeschlossen
season-spring = Frühjahr { $year }
season-summer = Sommer { $year }
season-autumn = Herbst { $year }
season-winter = Winter { $year }

contact-title = So erreichen Sie einen Menschen
contact-phone = Telefon { $phone }
contact-no-phone = Eine Telefonnummer hat das Amt noch nicht genannt.
contact-email = E-Mail { $email }
