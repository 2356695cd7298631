### Der Beteiligungsprozess

process-mandate-bare = Beschluss am { $date }: { $body }.
process-mandate = Entscheidung am { $date }: { $body } ({ $vote })
process-funding = Dafür bekommt die Stadt Geld vom Förder-Programm „{ $name }“.
process-phases = So geht es weiter
process-questions = Unsere Fragen an Sie
phase-span = { $from } bis { $until }
phase-open = offen
phase-ahead = kommt noch
phase-now = läuft jetzt
phase-done = fertig
season-spring = Frühling { $year }
season-summer = Sommer { $year }
season-autumn = Herbst { $year }
season-winter = Winter { $year }

contact-title = So erreichen Sie einen Menschen
contact-phone = Telefon { $phone }
contact-no-phone = Wir haben noch keine Telefon-Nummer.
contact-email = E-Mail { $email }
