-- CreateTable
CREATE TABLE "ProcessImport" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "sourceHash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Event" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "lead" TEXT,
    "programme" TEXT NOT NULL,
    "place" TEXT,
    "zone" TEXT NOT NULL,
    "startAt" DATETIME NOT NULL,
    "endAt" DATETIME NOT NULL,
    "capacity" INTEGER,
    "unlimited" BOOLEAN NOT NULL,
    "deadlineAt" DATETIME,
    "deadlineMode" TEXT NOT NULL,
    "deadlineConfirmed" BOOLEAN NOT NULL,
    "offerHours" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "cancelReason" TEXT,
    "calendarUid" TEXT NOT NULL,
    "calendarSequence" INTEGER NOT NULL,
    "turnedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EventTally" (
    "eventKey" TEXT NOT NULL PRIMARY KEY,
    "attendingReplies" INTEGER NOT NULL,
    "attendingPersons" INTEGER NOT NULL,
    "maybe" INTEGER NOT NULL,
    "declined" INTEGER NOT NULL,
    "waitingReplies" INTEGER NOT NULL,
    "waitingPersons" INTEGER NOT NULL,
    "reservedReplies" INTEGER NOT NULL,
    "reservedPersons" INTEGER NOT NULL,
    "toConfirm" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "entered" INTEGER NOT NULL,
    "nextOrder" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Rsvp" (
    "eventKey" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "partySize" INTEGER NOT NULL,
    "children" INTEGER,
    "seat" TEXT NOT NULL,
    "waitOrder" INTEGER,
    "offerUntil" DATETIME,
    "channel" TEXT NOT NULL,
    "timeliness" TEXT NOT NULL,
    "toConfirm" BOOLEAN NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    "enteredBy" TEXT,

    PRIMARY KEY ("eventKey", "personId")
);

-- CreateTable
CREATE TABLE "BringSlot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "places" INTEGER
);

-- CreateTable
CREATE TABLE "BringItem" (
    "slotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "what" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("slotId", "personId")
);

-- CreateTable
CREATE TABLE "SamePerson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventKey" TEXT NOT NULL,
    "enteredId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Inbox" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "queuedSince" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "problem" TEXT,
    "payload" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Cursor" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "caughtUpAt" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "account")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "effectId" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "personId" TEXT,
    "effect" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "sendingAt" DATETIME,
    "unknownAt" DATETIME,
    "messageId" TEXT
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "personId" TEXT,
    "messageId" TEXT,
    "shownVersion" INTEGER NOT NULL,
    "digest" TEXT,
    "data" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "thread" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "languages" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "eventKey" TEXT,
    "addedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Dialog" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "command" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Marker" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "language" TEXT,
    "noticeAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ChatIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT,
    "languageHint" TEXT,
    "reach" TEXT NOT NULL,
    "room" TEXT,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Staff" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "role" TEXT NOT NULL,
    "invitedBy" TEXT,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "role" TEXT NOT NULL,
    "invitedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "subjectId" TEXT,
    "act" TEXT NOT NULL,
    "eventKey" TEXT,
    "details" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Rsvp_eventKey_seat_waitOrder_idx" ON "Rsvp"("eventKey", "seat", "waitOrder");

-- CreateIndex
CREATE INDEX "Rsvp_seat_offerUntil_idx" ON "Rsvp"("seat", "offerUntil");

-- CreateIndex
CREATE INDEX "Rsvp_personId_idx" ON "Rsvp"("personId");

-- CreateIndex
CREATE INDEX "BringSlot_eventKey_position_idx" ON "BringSlot"("eventKey", "position");

-- CreateIndex
CREATE INDEX "BringItem_eventKey_personId_idx" ON "BringItem"("eventKey", "personId");

-- CreateIndex
CREATE INDEX "SamePerson_state_idx" ON "SamePerson"("state");

-- CreateIndex
CREATE INDEX "SamePerson_eventKey_idx" ON "SamePerson"("eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "SamePerson_enteredId_chatId_key" ON "SamePerson"("enteredId", "chatId");

-- CreateIndex
CREATE INDEX "Inbox_state_seq_idx" ON "Inbox"("state", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_platform_account_key_key" ON "Inbox"("platform", "account", "key");

-- CreateIndex
CREATE INDEX "Outbox_state_seq_idx" ON "Outbox"("state", "seq");

-- CreateIndex
CREATE INDEX "Outbox_personId_idx" ON "Outbox"("personId");

-- CreateIndex
CREATE INDEX "Card_subject_state_idx" ON "Card"("subject", "state");

-- CreateIndex
CREATE INDEX "Card_room_messageId_idx" ON "Card"("room", "messageId");

-- CreateIndex
CREATE INDEX "Card_personId_idx" ON "Card"("personId");

-- CreateIndex
CREATE INDEX "Room_platform_chat_idx" ON "Room"("platform", "chat");

-- CreateIndex
CREATE INDEX "ChatIdentity_personId_idx" ON "ChatIdentity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatIdentity_platform_account_key" ON "ChatIdentity"("platform", "account");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_at_idx" ON "AuditEntry"("subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");


