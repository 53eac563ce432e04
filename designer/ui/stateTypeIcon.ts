import {
  CircleHelp,
  Clock,
  Database,
  Flag,
  Frame,
  Headset,
  Layers,
  type LucideIcon,
  MessageSquareText,
  ShieldCheck,
  Split,
  TextCursorInput,
} from "lucide-react"

/** The icon of each state type, the same on canvas, lists and menus. */
export const stateTypeIcons: Readonly<Record<string, LucideIcon>> = {
  message: MessageSquareText,
  collect: TextCursorInput,
  decision: Split,
  checkpoint: ShieldCheck,
  service: Database,
  handoff: Headset,
  subflow: Layers,
  wait: Clock,
  group: Frame,
  final: Flag,
}

export function stateTypeIcon(type: string): LucideIcon {
  return stateTypeIcons[type] ?? CircleHelp
}
