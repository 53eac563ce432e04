/**
 * The services that a customer can ask for, in the order in which they are offered; ids are those of the flow set.
 * `says`: what a customer would say to begin it.
 */
export const services = [
  {
    flow: "policy-status",
    zh: "保单查询",
    en: "Policy enquiry",
    says: { zh: "查保单", en: "Show me my policy" },
  },
  { flow: "claims", zh: "理赔报案", en: "Claim", says: { zh: "理赔报案", en: "Report a claim" } },
  { flow: "renewal", zh: "续期交费", en: "Renewal premium", says: { zh: "续期交费", en: "Pay my premium" } },
  {
    flow: "surrender",
    zh: "退保",
    en: "Surrender",
    says: { zh: "退保", en: "Surrender my policy" },
  },
  {
    flow: "health-disclosure",
    zh: "健康告知",
    en: "Health disclosure",
    says: { zh: "健康告知", en: "Health disclosure" },
  },
  { flow: "complaint", zh: "投诉建议", en: "Complaint", says: { zh: "投诉", en: "Make a complaint" } },
  {
    flow: "claims-status",
    zh: "理赔进度",
    en: "Claim status",
    says: { zh: "查理赔进度", en: "How is my claim going" },
  },
  {
    flow: "complaint-status",
    zh: "投诉进度",
    en: "Complaint status",
    says: { zh: "查投诉进度", en: "Complaint status" },
  },
  { flow: "callback", zh: "预约回电", en: "Call-back", says: { zh: "预约回电", en: "Call me back" } },
] as const
