-- CreateTable
CREATE TABLE "ReminderPlan" (
    "id" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ReminderPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "personId" TEXT,
    "room" TEXT,
    "sendAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "late" BOOLEAN NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderChoice" (
    "personId" TEXT NOT NULL,
    "off" TEXT NOT NULL,
    "quietFrom" TEXT,
    "quietUntil" TEXT,
    "awake" BOOLEAN NOT NULL,

    CONSTRAINT "ReminderChoice_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "ReminderPlan_state_dueAt_idx" ON "ReminderPlan"("state", "dueAt");

-- CreateIndex
CREATE INDEX "ReminderPlan_eventKey_idx" ON "ReminderPlan"("eventKey");

-- CreateIndex
CREATE INDEX "Reminder_state_sendAt_idx" ON "Reminder"("state", "sendAt");

-- CreateIndex
CREATE INDEX "Reminder_eventKey_late_idx" ON "Reminder"("eventKey", "late");

-- CreateIndex
CREATE INDEX "Reminder_personId_idx" ON "Reminder"("personId");
