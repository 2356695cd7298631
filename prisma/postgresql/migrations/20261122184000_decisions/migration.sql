-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
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
    "closesAt" TIMESTAMP(3),
    "remindAt" TIMESTAMP(3),
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "openedAt" TIMESTAMP(3),
    "counted" TEXT,
    "runoffOf" TEXT,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionVote" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "choice" TEXT,
    "channel" TEXT NOT NULL,
    "enteredBy" TEXT,
    "castAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DecisionVote_pkey" PRIMARY KEY ("decisionId", "personId")
);

-- CreateTable
CREATE TABLE "DecisionSubstitute" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,

    CONSTRAINT "DecisionSubstitute_pkey" PRIMARY KEY ("decisionId", "personId")
);

-- CreateTable
CREATE TABLE "DecisionOutcome" (
    "decisionId" TEXT NOT NULL,
    "eligible" INTEGER NOT NULL,
    "voted" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "seed" TEXT,
    "closedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DecisionOutcome_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "DecisionNote" (
    "id" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenBy" TEXT,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DecisionNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionReminder" (
    "decisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sendAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "DecisionReminder_pkey" PRIMARY KEY ("decisionId", "personId")
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
