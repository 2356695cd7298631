### The rehearsal in the terminal

console-welcome =
    Welcome to Miteinander. This is a rehearsal: everything happens only here, and nothing of it stays.
    On the left stands who is speaking. People come into being when you name them.
      Amira: /yes 2        Amira says yes for two people in the group
      Amira: 1             Amira presses the first button of the newest card
      Amira> /start        Amira writes to the bot in private
      amt> /office         the overview of the office
      {""}.zeit +3d            three days pass; what is due happens
      {""}.hilfe               everything you can write here
console-help =
    How to write:
      Name: text           in the group
      Name> text           to the bot in private
      Name: 2              second button of the newest card there
      amt> …               the integration officer
      {""}.zeit                what time it is
      {""}.zeit +1d12h         the clock moves on (s, m, h, d)
      {""}.zeit 2018-11-15T23:59:30+01:00    up to this moment
      {""}.wer                 who is there
      {""}.karten              all cards that can be pressed
      # …                  a remark, passed over
    What the bot can do, it says itself: Amira> /help
    End: Ctrl+D.
console-clock-only = Only the clock is set here: .zeit, .zeit +3d or .zeit 2018-11-15T23:59:30+01:00.
console-not-understood = I did not understand that: please write “Name: text” for the group or “Name> text” for private (.hilfe shows more).
console-group-is-no-person = Gruppe is the name of the group: please name the person who writes there, for example “Amira: Hello”.
console-nothing-said = What is said is missing behind the name, for example “Amira: /yes 2”.
console-unknown-order = I do not know this order: there are .zeit, .wer, .karten and .hilfe.
console-time-not-understood = I do not understand this time: please write .zeit +3d or .zeit 2018-11-15T23:59:30+01:00.
console-time-without-offset = This time is ambiguous: please add its offset from UTC, for example .zeit 2018-11-15T23:59:30+01:00.
console-time-past = The clock only moves forward: this moment has passed.
console-people = So far there are:
console-officer = the office
console-no-cards = There is no card yet that can be pressed.
console-officer-code = Nobody holds the office yet. Whoever takes it writes to the bot in private: /office { $code } (valid once and until the next start).
console-officer-code-given = Nobody holds the office yet. Whoever takes it writes to the bot in private: /office and the code from OFFICER_CODE (valid once).
rehearsal-mark = REHEARSAL
console-recovery-key = Recovery key of the Matrix account, shown this one time only. Please keep it safe and away from the server: { $key }
console-emojis = Matrix: { $account } would like to verify the bot. Please compare the seven symbols with those on the other device: { $emojis }
