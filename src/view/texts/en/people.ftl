### Greeting, language, own data

welcome-title = Hello
welcome = Here you can say yes, maybe or no to events. You can change your answer at any time.
welcome-languages = Another language: /language · Andere Sprache: /sprache
notice-short = We keep your name in the messenger and your answers, for these events only. More: /privacy. Delete: /forget.

ask-language = Which language would you like?
language-set = From now on I write to you in: { $language }.
language-unknown = I do not speak this language yet. There are: { $languages }.

data-title = This is kept about you
data-name = Name: { $name }
data-language = Language: { $language }
data-language-guessed = as in your messenger
data-account = Chat account: { $messenger }
data-account-named = Chat account: { $messenger }, { $name }
data-file = my-data.json
data-none = Nothing is kept about you.
data-in-private = I show this only to you, in the private chat.

forget-sure =
    Would you like to delete everything that is kept about you?
    Your replies and your entries in bring lists go, and a seat becomes free. This cannot be undone.
forget-yes = Yes, delete everything
forget-no = No, keep it
forget-kept = All right, everything stays as it is.
forget-done = Everything that was kept about you is deleted. If you would like to take part again, one tap on a card is enough.

privacy-title = What happens with your data
privacy-what = We keep: your name and account number in the messenger (not your phone number), your language, your replies with the number of people, what you bring, and your wishes about reminders and quiet hours.
privacy-never = We do not ask for or keep: origin, nationality, religion, age and address.
privacy-why = The only purpose is to prepare the events of this participation process, on the basis of your consent (Article 6 (1) (a) GDPR). The group sees only numbers, and the bring list only what is brought. Only the office sees the names.
privacy-how-long = The text of your messages is deleted after about a week. Everything else you can delete yourself at any time with /forget.
privacy-messenger = The provider of your messenger also processes what you write here. Phone and email are always open to you: /contact.
privacy-rights = You can ask for access (/my_data), correction and deletion (/forget), withdraw your consent, and complain to the data protection authority of the federal state.
privacy-operator = Responsible: { $operator }
privacy-officer = Data protection officer: { $officer }
privacy-not-named = not named yet
