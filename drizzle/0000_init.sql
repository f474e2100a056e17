CREATE TABLE `appointments` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`customer_id` bigint,
	`call_id` bigint,
	`staff_id` bigint,
	`service_id` bigint,
	`branch_id` bigint,
	`start_time` datetime(3) NOT NULL,
	`end_time` datetime(3) NOT NULL,
	`status` enum('pending','scheduled','completed','cancelled','no_show') NOT NULL,
	`notes` text,
	`calcom_booking_id` varchar(255),
	`attendee_name` varchar(255),
	`price_cents` int NOT NULL DEFAULT 0,
	`source` enum('phone','dashboard','rest','calcom') NOT NULL,
	`sync_state` enum('none','pending','synced','failed') NOT NULL DEFAULT 'none',
	`sync_error` varchar(500),
	`sync_locked_until` datetime(3),
	`sync_attempts` int NOT NULL DEFAULT 0,
	`request_key` varchar(191),
	`cancelled_at` datetime(3),
	`cancellation_reason` varchar(500),
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `appointments_id` PRIMARY KEY(`id`),
	CONSTRAINT `appointments_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `appointments_request_uq` UNIQUE(`tenant_id`,`request_key`),
	CONSTRAINT `appointments_calcom_uq` UNIQUE(`tenant_id`,`calcom_booking_id`),
	CONSTRAINT `appointments_time_ck` CHECK(`appointments`.`start_time` < `appointments`.`end_time`)
);
--> statement-breakpoint
CREATE TABLE `staff_time_cells` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`cell_start` datetime(3) NOT NULL,
	`appointment_id` bigint NOT NULL,
	CONSTRAINT `staff_time_cells_pk` PRIMARY KEY(`tenant_id`,`staff_id`,`cell_start`)
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255) NOT NULL,
	`retell_agent_id` varchar(255) NOT NULL,
	`version` int NOT NULL DEFAULT 0,
	`language` varchar(16) NOT NULL DEFAULT 'de-DE',
	`status` enum('draft','published','retired') NOT NULL DEFAULT 'published',
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `agents_id` PRIMARY KEY(`id`),
	CONSTRAINT `agents_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `agents_retell_uq` UNIQUE(`tenant_id`,`retell_agent_id`)
);
--> statement-breakpoint
CREATE TABLE `branch_closures` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`branch_id` bigint NOT NULL,
	`starts_on` date NOT NULL,
	`ends_on` date NOT NULL,
	`reason` varchar(255),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `branch_closures_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `branches` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`customer_id` bigint,
	`name` varchar(255) NOT NULL,
	`address` text,
	`phone` varchar(20),
	`federal_state` enum('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH') NOT NULL,
	`time_zone` varchar(64) NOT NULL DEFAULT 'Europe/Berlin',
	`active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `branches_id` PRIMARY KEY(`id`),
	CONSTRAINT `branches_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `opening_hours` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`branch_id` bigint NOT NULL,
	`weekday` tinyint NOT NULL,
	`starts_minute` int NOT NULL,
	`ends_minute` int NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `opening_hours_id` PRIMARY KEY(`id`),
	CONSTRAINT `opening_hours_uq` UNIQUE(`tenant_id`,`branch_id`,`weekday`,`starts_minute`),
	CONSTRAINT `opening_hours_ck` CHECK(`opening_hours`.`weekday` BETWEEN 1 AND 7 AND `opening_hours`.`starts_minute` >= 0 AND `opening_hours`.`ends_minute` <= 1440 AND `opening_hours`.`starts_minute` < `opening_hours`.`ends_minute`)
);
--> statement-breakpoint
CREATE TABLE `phone_numbers` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`phone_number` varchar(20) NOT NULL,
	`label` varchar(100),
	`branch_id` bigint NOT NULL,
	`agent_id` bigint,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `phone_numbers_id` PRIMARY KEY(`id`),
	CONSTRAINT `phone_numbers_number_uq` UNIQUE(`phone_number`),
	CONSTRAINT `phone_numbers_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `public_holidays` (
	`federal_state` enum('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH') NOT NULL,
	`day` date NOT NULL,
	`name` varchar(100) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `public_holidays_pk` PRIMARY KEY(`federal_state`,`day`)
);
--> statement-breakpoint
CREATE TABLE `services` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255) NOT NULL,
	`description` text,
	`duration_minutes` int NOT NULL,
	`price_cents` int NOT NULL DEFAULT 0,
	`buffer_before_minutes` int NOT NULL DEFAULT 0,
	`buffer_after_minutes` int NOT NULL DEFAULT 0,
	`synonyms` json NOT NULL,
	`active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `services_id` PRIMARY KEY(`id`),
	CONSTRAINT `services_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `services_duration_ck` CHECK(`services`.`duration_minutes` BETWEEN 5 AND 720 AND `services`.`duration_minutes` % 5 = 0 AND `services`.`buffer_before_minutes` % 5 = 0 AND `services`.`buffer_after_minutes` % 5 = 0)
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255) NOT NULL,
	`email` varchar(255),
	`phone` varchar(20),
	`home_branch_id` bigint,
	`active` boolean NOT NULL DEFAULT true,
	`last_booked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_id` PRIMARY KEY(`id`),
	CONSTRAINT `staff_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `staff_services` (
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`service_id` bigint NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_services_pk` PRIMARY KEY(`tenant_id`,`staff_id`,`service_id`)
);
--> statement-breakpoint
CREATE TABLE `staff_time_off` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`starts_at` datetime(3) NOT NULL,
	`ends_at` datetime(3) NOT NULL,
	`reason` varchar(255),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_time_off_id` PRIMARY KEY(`id`),
	CONSTRAINT `staff_time_off_ck` CHECK(`staff_time_off`.`starts_at` < `staff_time_off`.`ends_at`)
);
--> statement-breakpoint
CREATE TABLE `staff_working_hours` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint NOT NULL,
	`branch_id` bigint NOT NULL,
	`weekday` tinyint NOT NULL,
	`starts_minute` int NOT NULL,
	`ends_minute` int NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_working_hours_id` PRIMARY KEY(`id`),
	CONSTRAINT `staff_working_hours_uq` UNIQUE(`tenant_id`,`staff_id`,`weekday`,`starts_minute`),
	CONSTRAINT `staff_working_hours_ck` CHECK(`staff_working_hours`.`weekday` BETWEEN 1 AND 7 AND `staff_working_hours`.`starts_minute` >= 0 AND `staff_working_hours`.`ends_minute` <= 1440 AND `staff_working_hours`.`starts_minute` < `staff_working_hours`.`ends_minute`)
);
--> statement-breakpoint
CREATE TABLE `calcom_bookings` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`appointment_id` bigint,
	`calcom_booking_id` int,
	`uid` varchar(191),
	`start_time` datetime(3) NOT NULL,
	`end_time` datetime(3) NOT NULL,
	`attendee_email` varchar(255),
	`attendee_name` varchar(255),
	`calcom_event_type_id` int,
	`status` enum('accepted','pending','cancelled','rejected') NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calcom_bookings_id` PRIMARY KEY(`id`),
	CONSTRAINT `calcom_bookings_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `calcom_bookings_calcom_uq` UNIQUE(`tenant_id`,`calcom_booking_id`),
	CONSTRAINT `calcom_bookings_uid_uq` UNIQUE(`tenant_id`,`uid`)
);
--> statement-breakpoint
CREATE TABLE `calcom_connections` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`base_url` varchar(255) NOT NULL,
	`api_key_encrypted` text NOT NULL,
	`username` varchar(100),
	`organizer_email` varchar(255),
	`polled_until` datetime(3),
	`last_error` varchar(500),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calcom_connections_id` PRIMARY KEY(`id`),
	CONSTRAINT `calcom_connections_tenant_uq` UNIQUE(`tenant_id`)
);
--> statement-breakpoint
CREATE TABLE `calcom_event_types` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`staff_id` bigint,
	`service_id` bigint,
	`calcom_id` int NOT NULL,
	`title` varchar(255) NOT NULL,
	`slug` varchar(255) NOT NULL,
	`length` int NOT NULL,
	`active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calcom_event_types_id` PRIMARY KEY(`id`),
	CONSTRAINT `calcom_event_types_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `calcom_event_types_calcom_uq` UNIQUE(`tenant_id`,`calcom_id`)
);
--> statement-breakpoint
CREATE TABLE `call_utterances` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`position` int NOT NULL,
	`role` enum('agent','user','transfer_target') NOT NULL,
	`content` mediumtext NOT NULL,
	`start_ms` int,
	`end_ms` int,
	`words` json,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `call_utterances_id` PRIMARY KEY(`id`),
	CONSTRAINT `call_utterances_uq` UNIQUE(`tenant_id`,`call_id`,`position`)
);
--> statement-breakpoint
CREATE TABLE `callbacks` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint,
	`customer_id` bigint,
	`branch_id` bigint,
	`name` varchar(255),
	`phone` varchar(20),
	`reason` varchar(1000),
	`preferred_time` varchar(255),
	`priority` enum('low','normal','high','urgent') NOT NULL DEFAULT 'normal',
	`status` enum('open','claimed','done','expired') NOT NULL DEFAULT 'open',
	`due_at` datetime(3) NOT NULL,
	`completed_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `callbacks_id` PRIMARY KEY(`id`),
	CONSTRAINT `callbacks_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`customer_id` bigint,
	`agent_id` bigint,
	`branch_id` bigint,
	`call_id` varchar(255) NOT NULL,
	`conversation_id` varchar(255),
	`from_number` varchar(20),
	`to_number` varchar(20),
	`start_timestamp` datetime(3) NOT NULL,
	`start_reported` boolean NOT NULL DEFAULT false,
	`end_timestamp` datetime(3),
	`duration_sec` int,
	`call_successful` boolean,
	`transcript` text,
	`analysis` json,
	`direction` enum('inbound','outbound') NOT NULL DEFAULT 'inbound',
	`status` enum('ongoing','ended','failed') NOT NULL DEFAULT 'ongoing',
	`outcome` enum('booked','moved','cancelled','callback','information','hung_up','transferred','unresolved'),
	`disconnection_reason` varchar(64),
	`cost_usd_cents` decimal(14,6),
	`cost_breakdown` json,
	`recording_decision` enum('not_asked','granted','refused') NOT NULL DEFAULT 'not_asked',
	`recording_url` varchar(2048),
	`last_activity_at` datetime(3) NOT NULL,
	`analyzed_at` datetime(3),
	`processed_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `calls_id` PRIMARY KEY(`id`),
	CONSTRAINT `calls_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `calls_call_id_uq` UNIQUE(`call_id`,`tenant_id`)
);
--> statement-breakpoint
CREATE TABLE `tool_invocations` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`call_id` bigint NOT NULL,
	`invocation_key` varchar(191) NOT NULL,
	`name` varchar(64) NOT NULL,
	`args` json NOT NULL,
	`reply` json,
	`status` enum('running','succeeded','refused','failed') NOT NULL,
	`error_code` varchar(64),
	`at_ms` int,
	`duration_ms` int,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `tool_invocations_id` PRIMARY KEY(`id`),
	CONSTRAINT `tool_invocations_uq` UNIQUE(`tenant_id`,`call_id`,`invocation_key`)
);
--> statement-breakpoint
CREATE TABLE `unassigned_calls` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`call_id` varchar(191) NOT NULL,
	`from_number` varchar(20),
	`to_number` varchar(20),
	`first_seen_at` datetime(3) NOT NULL,
	`last_seen_at` datetime(3) NOT NULL,
	`assigned_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `unassigned_calls_id` PRIMARY KEY(`id`),
	CONSTRAINT `unassigned_calls_call_id_uq` UNIQUE(`call_id`)
);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255),
	`email` varchar(255),
	`phone` varchar(20),
	`birthdate` date,
	`notes` text,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `customers_id` PRIMARY KEY(`id`),
	CONSTRAINT `customers_tenant_id_uq` UNIQUE(`tenant_id`,`id`),
	CONSTRAINT `customers_phone_uq` UNIQUE(`tenant_id`,`phone`),
	CONSTRAINT `customers_email_uq` UNIQUE(`tenant_id`,`email`)
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(100) NOT NULL,
	`prefix` varchar(16) NOT NULL,
	`key_hash` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`scopes` json NOT NULL,
	`last_used_at` datetime(3),
	`revoked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `api_keys_id` PRIMARY KEY(`id`),
	CONSTRAINT `api_keys_hash_uq` UNIQUE(`key_hash`),
	CONSTRAINT `api_keys_tenant_id_uq` UNIQUE(`tenant_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` varchar(255) NOT NULL,
	`points` int NOT NULL DEFAULT 0,
	`expire` bigint,
	CONSTRAINT `rate_limits_key` PRIMARY KEY(`key`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`user_id` bigint NOT NULL,
	`user_agent` varchar(255),
	`ip_address` varchar(45),
	`last_seen_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`revoked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `sessions_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `tenant_entries` (
	`session_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `tenant_entries_pk` PRIMARY KEY(`session_id`,`tenant_id`)
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`name` varchar(255) NOT NULL,
	`email` varchar(255) NOT NULL,
	`password` varchar(255) NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`role` enum('platform_admin','owner','manager','staff','viewer') NOT NULL,
	`status` enum('active','disabled') NOT NULL DEFAULT 'active',
	`locale` enum('de','en') NOT NULL DEFAULT 'de',
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `users_id` PRIMARY KEY(`id`),
	CONSTRAINT `users_email_uq` UNIQUE(`email`)
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`function_id` varchar(120) NOT NULL,
	`event_id` bigint,
	`scheduled_for` datetime(3),
	`failed_run_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`event` json NOT NULL,
	`status` enum('pending','completed','failed') NOT NULL DEFAULT 'pending',
	`attempt` int NOT NULL DEFAULT 0,
	`interruptions` int NOT NULL DEFAULT 0,
	`due_at` datetime(3) NOT NULL,
	`lease_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`concurrency_key` varchar(191),
	`concurrency_limit` int,
	`concurrency_slot` varchar(200),
	`error` json,
	`started_at` datetime(3),
	`finished_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `job_runs_id` PRIMARY KEY(`id`),
	CONSTRAINT `job_runs_event_uq` UNIQUE(`function_id`,`event_id`),
	CONSTRAINT `job_runs_schedule_uq` UNIQUE(`function_id`,`scheduled_for`),
	CONSTRAINT `job_runs_slot_uq` UNIQUE(`concurrency_slot`)
);
--> statement-breakpoint
CREATE TABLE `job_schedules` (
	`function_id` varchar(120) NOT NULL,
	`cron` varchar(100) NOT NULL,
	`next_at` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `job_schedules_pk` PRIMARY KEY(`function_id`,`cron`)
);
--> statement-breakpoint
CREATE TABLE `job_steps` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`run_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`step_id` varchar(64) NOT NULL,
	`name` varchar(191) NOT NULL,
	`outcome` json NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `job_steps_id` PRIMARY KEY(`id`),
	CONSTRAINT `job_steps_run_uq` UNIQUE(`run_id`,`step_id`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`type` varchar(80) NOT NULL,
	`entity_type` varchar(40) NOT NULL,
	`entity_id` bigint,
	`data` json NOT NULL,
	`actor` json NOT NULL,
	`request_id` varchar(64),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`dispatched_at` datetime(3),
	CONSTRAINT `events_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `heartbeats` (
	`name` varchar(64) NOT NULL,
	`beat_at` datetime(3) NOT NULL,
	`detail` varchar(255),
	CONSTRAINT `heartbeats_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
CREATE TABLE `webhook_inbox` (
	`id` bigint AUTO_INCREMENT NOT NULL,
	`provider` enum('retell','calcom') NOT NULL,
	`external_id` varchar(191) NOT NULL,
	`event_type` varchar(64) NOT NULL,
	`tenant_id` char(36) CHARACTER SET ascii COLLATE ascii_bin,
	`body` mediumtext NOT NULL,
	`status` enum('received','processed','ignored','failed') NOT NULL DEFAULT 'received',
	`reason` varchar(500),
	`deliveries` int NOT NULL DEFAULT 1,
	`processed_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `webhook_inbox_id` PRIMARY KEY(`id`),
	CONSTRAINT `webhook_inbox_external_uq` UNIQUE(`provider`,`external_id`)
);
--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255) NOT NULL,
	`slug` varchar(100) NOT NULL,
	`api_key` varchar(255),
	`balance_cents` int NOT NULL DEFAULT 0,
	`calcom_team_slug` varchar(100),
	`kind` enum('physiotherapy','medical','salon','consultancy','other') NOT NULL DEFAULT 'other',
	`status` enum('active','suspended') NOT NULL DEFAULT 'active',
	`time_zone` varchar(64) NOT NULL DEFAULT 'Europe/Berlin',
	`calendar_source` enum('own','calcom') NOT NULL DEFAULT 'own',
	`min_notice_minutes` int NOT NULL DEFAULT 60,
	`booking_window_days` int NOT NULL DEFAULT 90,
	`slot_step_minutes` int NOT NULL DEFAULT 15,
	`recording_consent` enum('never','ask') NOT NULL DEFAULT 'never',
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `tenants_id` PRIMARY KEY(`id`),
	CONSTRAINT `tenants_slug_uq` UNIQUE(`slug`),
	CONSTRAINT `tenants_api_key_uq` UNIQUE(`api_key`),
	CONSTRAINT `tenants_slot_step_ck` CHECK(`tenants`.`slot_step_minutes` BETWEEN 5 AND 240)
);
--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_customer_fk` FOREIGN KEY (`tenant_id`,`customer_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `appointments` ADD CONSTRAINT `appointments_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_time_cells` ADD CONSTRAINT `staff_time_cells_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `agents` ADD CONSTRAINT `agents_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `branch_closures` ADD CONSTRAINT `branch_closures_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `branches` ADD CONSTRAINT `branches_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `branches` ADD CONSTRAINT `branches_customer_fk` FOREIGN KEY (`tenant_id`,`customer_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `opening_hours` ADD CONSTRAINT `opening_hours_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD CONSTRAINT `phone_numbers_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD CONSTRAINT `phone_numbers_agent_fk` FOREIGN KEY (`tenant_id`,`agent_id`) REFERENCES `agents`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `services` ADD CONSTRAINT `services_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_home_branch_fk` FOREIGN KEY (`tenant_id`,`home_branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_services` ADD CONSTRAINT `staff_services_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_services` ADD CONSTRAINT `staff_services_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_time_off` ADD CONSTRAINT `staff_time_off_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_working_hours` ADD CONSTRAINT `staff_working_hours_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_working_hours` ADD CONSTRAINT `staff_working_hours_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_bookings` ADD CONSTRAINT `calcom_bookings_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_bookings` ADD CONSTRAINT `calcom_bookings_appointment_fk` FOREIGN KEY (`tenant_id`,`appointment_id`) REFERENCES `appointments`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_connections` ADD CONSTRAINT `calcom_connections_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_event_types` ADD CONSTRAINT `calcom_event_types_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_event_types` ADD CONSTRAINT `calcom_event_types_staff_fk` FOREIGN KEY (`tenant_id`,`staff_id`) REFERENCES `staff`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calcom_event_types` ADD CONSTRAINT `calcom_event_types_service_fk` FOREIGN KEY (`tenant_id`,`service_id`) REFERENCES `services`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `call_utterances` ADD CONSTRAINT `call_utterances_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_customer_fk` FOREIGN KEY (`tenant_id`,`customer_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `callbacks` ADD CONSTRAINT `callbacks_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calls` ADD CONSTRAINT `calls_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calls` ADD CONSTRAINT `calls_customer_fk` FOREIGN KEY (`tenant_id`,`customer_id`) REFERENCES `customers`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calls` ADD CONSTRAINT `calls_agent_fk` FOREIGN KEY (`tenant_id`,`agent_id`) REFERENCES `agents`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `calls` ADD CONSTRAINT `calls_branch_fk` FOREIGN KEY (`tenant_id`,`branch_id`) REFERENCES `branches`(`tenant_id`,`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `tool_invocations` ADD CONSTRAINT `tool_invocations_call_fk` FOREIGN KEY (`tenant_id`,`call_id`) REFERENCES `calls`(`tenant_id`,`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `customers` ADD CONSTRAINT `customers_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `api_keys` ADD CONSTRAINT `api_keys_tenant_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `sessions` ADD CONSTRAINT `sessions_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `tenant_entries` ADD CONSTRAINT `tenant_entries_session_id_sessions_id_fk` FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `tenant_entries` ADD CONSTRAINT `tenant_entries_tenant_id_tenants_id_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `users` ADD CONSTRAINT `users_tenant_id_tenants_id_fk` FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `job_steps` ADD CONSTRAINT `job_steps_run_id_job_runs_id_fk` FOREIGN KEY (`run_id`) REFERENCES `job_runs`(`id`) ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `appointments_start_ix` ON `appointments` (`tenant_id`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `appointments_staff_ix` ON `appointments` (`tenant_id`,`staff_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_customer_ix` ON `appointments` (`tenant_id`,`customer_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `appointments_due_ix` ON `appointments` (`status`,`end_time`);--> statement-breakpoint
CREATE INDEX `appointments_sync_ix` ON `appointments` (`sync_state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `staff_time_cells_appointment_ix` ON `staff_time_cells` (`tenant_id`,`appointment_id`);--> statement-breakpoint
CREATE INDEX `branch_closures_ix` ON `branch_closures` (`tenant_id`,`branch_id`,`ends_on`);--> statement-breakpoint
CREATE INDEX `staff_services_service_ix` ON `staff_services` (`tenant_id`,`service_id`);--> statement-breakpoint
CREATE INDEX `staff_time_off_ix` ON `staff_time_off` (`tenant_id`,`staff_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `staff_working_hours_branch_ix` ON `staff_working_hours` (`tenant_id`,`branch_id`,`weekday`);--> statement-breakpoint
CREATE INDEX `calcom_event_types_calcom_ix` ON `calcom_event_types` (`calcom_id`);--> statement-breakpoint
CREATE INDEX `callbacks_due_ix` ON `callbacks` (`tenant_id`,`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `calls_start_ix` ON `calls` (`tenant_id`,`start_timestamp`,`id`);--> statement-breakpoint
CREATE INDEX `calls_status_ix` ON `calls` (`status`,`last_activity_at`);--> statement-breakpoint
CREATE INDEX `calls_outcome_ix` ON `calls` (`tenant_id`,`outcome`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `calls_customer_ix` ON `calls` (`tenant_id`,`customer_id`,`start_timestamp`);--> statement-breakpoint
CREATE INDEX `unassigned_calls_open_ix` ON `unassigned_calls` (`assigned_at`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `customers_name_ix` ON `customers` (`tenant_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_user_ix` ON `sessions` (`user_id`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `users_tenant_ix` ON `users` (`tenant_id`);--> statement-breakpoint
CREATE INDEX `job_runs_due_ix` ON `job_runs` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `job_runs_finished_ix` ON `job_runs` (`status`,`finished_at`);--> statement-breakpoint
CREATE INDEX `job_runs_concurrency_ix` ON `job_runs` (`concurrency_key`);--> statement-breakpoint
CREATE INDEX `events_outbox_ix` ON `events` (`dispatched_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_tenant_ix` ON `events` (`tenant_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_entity_ix` ON `events` (`tenant_id`,`entity_type`,`entity_id`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_inbox_status_ix` ON `webhook_inbox` (`status`,`id`);