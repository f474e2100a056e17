import { z } from "zod";
import { listServices } from "@/server/domain/catalog/queries";
import { answer, defineTool, refuse } from "../tool";

/** Nobody listens to more; the rest is in the data. */
const spokenServices = 5;
const maxServices = 60;

export const listServicesTool = defineTool({
  name: "list_services",
  description: "The services that can be booked, with duration and price.",
  kind: "read",
  args: z.object({}),
  deadlineMs: 3_000,
  async run(ctx, _args, { sentences }) {
    const services = await listServices(ctx);
    if (services.length === 0) return refuse("service.none", sentences.noServices());
    const message = sentences.services(services.slice(0, spokenServices), services.length > spokenServices);
    return answer(message, {
      services: services.slice(0, maxServices).map((service) => ({
        service_id: service.id,
        name: service.name,
        duration_minutes: service.durationMinutes,
        price_cents: service.priceCents,
        spoken: sentences.service(service),
      })),
    });
  },
});
