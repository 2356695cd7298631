-- CreateTable
CREATE TABLE "ReminderPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventKey" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "planId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "personId" TEXT,
    "room" TEXT,
    "sendAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "late" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "ReminderChoice" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "off" TEXT NOT NULL,
    "quietFrom" TEXT,
    "quietUntil" TEXT,
    "awake" BOOLEAN NOT NULL
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
