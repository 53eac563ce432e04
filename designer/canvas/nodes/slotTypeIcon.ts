import {
  AtSign,
  Banknote,
  Calendar,
  CreditCard,
  FileText,
  Hash,
  IdCard,
  List,
  ListChecks,
  type LucideIcon,
  MapPin,
  Phone,
  Text,
  ToggleLeft,
  User,
} from "lucide-react"

const icons: Readonly<Record<string, LucideIcon>> = {
  choice: ListChecks,
  choices: ListChecks,
  boolean: ToggleLeft,
  date: Calendar,
  datetime: Calendar,
  "date-range": Calendar,
  duration: Calendar,
  money: Banknote,
  integer: Hash,
  number: Hash,
  percent: Hash,
  phone: Phone,
  email: AtSign,
  "id-card": IdCard,
  "bank-card": CreditCard,
  "policy-number": FileText,
  "person-name": User,
  address: MapPin,
  place: MapPin,
  documents: FileText,
  list: List,
}

export function slotTypeIcon(type: string): LucideIcon {
  return icons[type] ?? Text
}
