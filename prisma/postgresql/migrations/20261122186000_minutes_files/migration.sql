-- AlterTable
ALTER TABLE "Minutes" ADD COLUMN     "fileId" TEXT;

-- CreateTable
CREATE TABLE "KeptFile" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "sentBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "fetchAt" TIMESTAMP(3),

    CONSTRAINT "KeptFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptFileContent" (
    "id" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "KeptFileContent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KeptFile_subject_idx" ON "KeptFile"("subject");

-- CreateIndex
CREATE INDEX "KeptFile_sentBy_idx" ON "KeptFile"("sentBy");

-- CreateIndex
CREATE INDEX "KeptFile_fetchAt_idx" ON "KeptFile"("fetchAt");
