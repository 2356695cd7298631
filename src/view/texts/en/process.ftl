### The participation process

process-mandate-bare = Decided on { $date }: { $body }.
process-mandate = Decided on { $date }: { $body } ({ $vote }).
process-funding = Supported by the funding programme “{ $name }”.
process-phases = Steps
process-questions = Guiding questions
phase-span = { $from } to { $until }
phase-open = open
phase-ahead = still to come
phase-now = under way
phase-done = completed
season-spring = spring { $year }
season-summer = summer { $year }
season-autumn = autumn { $year }
season-winter = winter { $year }

contact-title = How to reach a person
contact-phone = phone { $phone }
contact-no-phone = The office has not given a telephone number yet.
contact-email = email { $email }
