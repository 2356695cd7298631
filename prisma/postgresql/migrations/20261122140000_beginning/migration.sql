-- CreateTable
CREATE TABLE "ProcessImport" (
    "key" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "importedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProcessImport_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Event" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "lead" TEXT,
    "programme" TEXT NOT NULL,
    "place" TEXT,
    "zone" TEXT NOT NULL,
    "startAt" TIMESTAMP(3) NOT NULL,
    "endAt" TIMESTAMP(3) NOT NULL,
    "capacity" INTEGER,
    "unlimited" BOOLEAN NOT NULL,
    "deadlineAt" TIMESTAMP(3),
    "deadlineMode" TEXT NOT NULL,
    "deadlineConfirmed" BOOLEAN NOT NULL,
    "offerHours" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "cancelReason" TEXT,
    "calendarUid" TEXT NOT NULL,
    "calendarSequence" INTEGER NOT NULL,
    "turnedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "EventTally" (
    "eventKey" TEXT NOT NULL,
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
    "nextOrder" INTEGER NOT NULL,

    CONSTRAINT "EventTally_pkey" PRIMARY KEY ("eventKey")
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
    "offerUntil" TIMESTAMP(3),
    "channel" TEXT NOT NULL,
    "timeliness" TEXT NOT NULL,
    "toConfirm" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "enteredBy" TEXT,

    CONSTRAINT "Rsvp_pkey" PRIMARY KEY ("eventKey","personId")
);

-- CreateTable
CREATE TABLE "BringSlot" (
    "id" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "places" INTEGER,

    CONSTRAINT "BringSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BringItem" (
    "slotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "what" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BringItem_pkey" PRIMARY KEY ("slotId","personId")
);

-- CreateTable
CREATE TABLE "SamePerson" (
    "id" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "enteredId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "SamePerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "seq" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "queuedSince" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "problem" TEXT,
    "payload" TEXT NOT NULL,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Cursor" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "caughtUpAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Cursor_pkey" PRIMARY KEY ("platform","account")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "effectId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "personId" TEXT,
    "effect" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sendingAt" TIMESTAMP(3),
    "unknownAt" TIMESTAMP(3),
    "messageId" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("effectId")
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "personId" TEXT,
    "messageId" TEXT,
    "shownVersion" INTEGER NOT NULL,
    "digest" TEXT,
    "data" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),

    CONSTRAINT "Card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "thread" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "languages" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "eventKey" TEXT,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dialog" (
    "id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Dialog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Marker" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Marker_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "language" TEXT,
    "noticeAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatIdentity" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT,
    "languageHint" TEXT,
    "reach" TEXT NOT NULL,
    "room" TEXT,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChatIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invitedBy" TEXT,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invitedBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "subjectId" TEXT,
    "act" TEXT NOT NULL,
    "eventKey" TEXT,
    "details" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
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


