-- What was handed over used to stand for sent. From now on only what the messenger has does.
UPDATE "Reminder" SET "state" = 'SENT' WHERE "state" = 'HANDED';
