-- CreateTable
CREATE TABLE "DatePoll" (
    "id" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tieRule" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL,
    "sectorMinimum" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL,
    "closesAt" TIMESTAMP(3),
    "remindAt" TIMESTAMP(3),
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "openedAt" TIMESTAMP(3),
    "chosenSlot" TEXT,
    "eventKey" TEXT,

    CONSTRAINT "DatePoll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateSlot" (
    "id" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "startAt" TIMESTAMP(3) NOT NULL,
    "endAt" TIMESTAMP(3) NOT NULL,
    "proposedBy" TEXT,

    CONSTRAINT "DateSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateVote" (
    "slotId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "comment" TEXT,
    "channel" TEXT NOT NULL,
    "enteredBy" TEXT,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DateVote_pkey" PRIMARY KEY ("slotId", "personId")
);

-- CreateTable
CREATE TABLE "DatePollMustHave" (
    "pollId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "DatePollMustHave_pkey" PRIMARY KEY ("pollId", "personId")
);

-- CreateTable
CREATE TABLE "DatePollReminder" (
    "pollId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sendAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "DatePollReminder_pkey" PRIMARY KEY ("pollId", "personId")
);

-- CreateIndex
CREATE INDEX "DatePoll_groupKey_createdAt_idx" ON "DatePoll"("groupKey", "createdAt");

-- CreateIndex
CREATE INDEX "DatePoll_state_createdAt_idx" ON "DatePoll"("state", "createdAt");

-- CreateIndex
CREATE INDEX "DatePoll_createdBy_idx" ON "DatePoll"("createdBy");

-- CreateIndex
CREATE INDEX "DateSlot_pollId_startAt_idx" ON "DateSlot"("pollId", "startAt");

-- CreateIndex
CREATE INDEX "DateSlot_proposedBy_idx" ON "DateSlot"("proposedBy");

-- CreateIndex
CREATE INDEX "DateVote_pollId_personId_idx" ON "DateVote"("pollId", "personId");

-- CreateIndex
CREATE INDEX "DateVote_personId_idx" ON "DateVote"("personId");

-- CreateIndex
CREATE INDEX "DateVote_enteredBy_idx" ON "DateVote"("enteredBy");

-- CreateIndex
CREATE INDEX "DatePollMustHave_personId_idx" ON "DatePollMustHave"("personId");

-- CreateIndex
CREATE INDEX "DatePollReminder_state_sendAt_idx" ON "DatePollReminder"("state", "sendAt");

-- CreateIndex
CREATE INDEX "DatePollReminder_personId_idx" ON "DatePollReminder"("personId");
