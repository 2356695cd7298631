-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupKey" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "majority" TEXT NOT NULL,
    "tieRule" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "quorumUnit" TEXT NOT NULL,
    "seed" TEXT,
    "secret" BOOLEAN NOT NULL,
    "electorate" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "closesAt" DATETIME,
    "remindAt" DATETIME,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "counted" TEXT,
    "runoffOf" TEXT
);

-- CreateTable
CREATE TABLE "DecisionVote" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "choice" TEXT,
    "channel" TEXT NOT NULL,
    "enteredBy" TEXT,
    "castAt" DATETIME NOT NULL,

    PRIMARY KEY ("decisionId", "personId")
);

-- CreateTable
CREATE TABLE "DecisionSubstitute" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,

    PRIMARY KEY ("decisionId", "personId")
);

-- CreateTable
CREATE TABLE "DecisionOutcome" (
    "decisionId" TEXT NOT NULL PRIMARY KEY,
    "eligible" INTEGER NOT NULL,
    "voted" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "seed" TEXT,
    "closedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DecisionNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "decisionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenBy" TEXT,
    "writtenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DecisionReminder" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sendAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,

    PRIMARY KEY ("decisionId", "personId")
);

-- CreateIndex
CREATE INDEX "Decision_groupKey_createdAt_idx" ON "Decision"("groupKey", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_state_createdAt_idx" ON "Decision"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_createdBy_idx" ON "Decision"("createdBy");

-- CreateIndex
CREATE INDEX "DecisionVote_personId_idx" ON "DecisionVote"("personId");

-- CreateIndex
CREATE INDEX "DecisionVote_enteredBy_idx" ON "DecisionVote"("enteredBy");

-- CreateIndex
CREATE INDEX "DecisionSubstitute_personId_idx" ON "DecisionSubstitute"("personId");

-- CreateIndex
CREATE INDEX "DecisionSubstitute_holderId_idx" ON "DecisionSubstitute"("holderId");

-- CreateIndex
CREATE INDEX "DecisionNote_decisionId_writtenAt_idx" ON "DecisionNote"("decisionId", "writtenAt");

-- CreateIndex
CREATE INDEX "DecisionNote_writtenBy_idx" ON "DecisionNote"("writtenBy");

-- CreateIndex
CREATE INDEX "DecisionReminder_state_sendAt_idx" ON "DecisionReminder"("state", "sendAt");

-- CreateIndex
CREATE INDEX "DecisionReminder_personId_idx" ON "DecisionReminder"("personId");
