CREATE TABLE `answers` (
	`conversation` text NOT NULL,
	`key` text NOT NULL,
	`created` text NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`conversation`, `key`)
);
--> statement-breakpoint
CREATE INDEX `answers_created` ON `answers` (`created`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`status` text NOT NULL,
	`holder` text NOT NULL,
	`channel` text NOT NULL,
	`locale` text NOT NULL,
	`release` text NOT NULL,
	`token` blob NOT NULL,
	`entries` integer NOT NULL,
	`sent` integer NOT NULL,
	`inbox` integer NOT NULL,
	`head` blob NOT NULL,
	`sealed` blob NOT NULL,
	`created` text NOT NULL,
	`updated` text NOT NULL,
	`erased` text
);
--> statement-breakpoint
CREATE INDEX `conversations_with_inbox` ON `conversations` (`inbox`) WHERE inbox > 0;--> statement-breakpoint
CREATE TABLE `correlations` (
	`conversation` text NOT NULL,
	`run` text NOT NULL,
	`name` text NOT NULL,
	`digest` blob NOT NULL,
	PRIMARY KEY(`conversation`, `run`, `name`)
);
--> statement-breakpoint
CREATE INDEX `correlations_digest` ON `correlations` (`digest`);--> statement-breakpoint
CREATE TABLE `documents` (
	`conversation` text NOT NULL,
	`id` text NOT NULL,
	`created` text NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`conversation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `handoffs` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`queue` text NOT NULL,
	`status` text NOT NULL,
	`priority` integer NOT NULL,
	`skills` text NOT NULL,
	`outcomes` text NOT NULL,
	`fills` text NOT NULL,
	`due` text,
	`agent` text,
	`created` text NOT NULL,
	`accepted` text,
	`closed` text,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `handoffs_waiting` ON `handoffs` (`status`,`priority`,`created`);--> statement-breakpoint
CREATE INDEX `handoffs_of_conversation` ON `handoffs` (`conversation`);--> statement-breakpoint
CREATE TABLE `keys` (
	`conversation` text NOT NULL,
	`data_class` text NOT NULL,
	`wrapped` blob NOT NULL,
	PRIMARY KEY(`conversation`, `data_class`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`row` integer PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`call` text NOT NULL,
	`operation` text NOT NULL,
	`created` text NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_of_conversation` ON `outbox` (`conversation`,`call`);--> statement-breakpoint
CREATE TABLE `releases` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`created` text NOT NULL,
	`files` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_id_unique` ON `releases` (`id`);--> statement-breakpoint
CREATE TABLE `timers` (
	`conversation` text NOT NULL,
	`timer` text NOT NULL,
	`due` integer NOT NULL,
	PRIMARY KEY(`conversation`, `timer`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due`,`conversation`,`timer`);--> statement-breakpoint
CREATE TABLE `turns` (
	`row` integer PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`turn` integer NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`at` text NOT NULL,
	`open` text NOT NULL,
	`sealed` blob NOT NULL,
	`hash` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `turns_of_conversation` ON `turns` (`conversation`,`last`);