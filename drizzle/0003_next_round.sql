CREATE TABLE `hold_turns` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`turn` tinyint NOT NULL,
	CONSTRAINT `hold_turns_pk` PRIMARY KEY(`tenant_id`,`turn`)
);
--> statement-breakpoint
ALTER TABLE `job_runs` ADD `debounce_key` varchar(191);--> statement-breakpoint
ALTER TABLE `job_runs` ADD CONSTRAINT `job_runs_debounce_uq` UNIQUE(`debounce_key`);--> statement-breakpoint
ALTER TABLE `hold_turns` ADD CONSTRAINT `hold_turns_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `staff_time_off_ends_ix` ON `staff_time_off` (`tenant_id`,`ends_at`,`starts_at`);