import { useState } from "react"
import { useTranslation } from "react-i18next"
import { signIn } from "../api/operator.ts"
import { documents } from "../document/documents.ts"

/** Asks for the operator token. */
export function SignIn() {
  const { t } = useTranslation("shell")
  const [token, setToken] = useState("")
  return (
    <form
      className="designer-state sign-in"
      onSubmit={(event) => {
        event.preventDefault()
        signIn(token)
        void documents.open()
      }}
    >
      <p>{t("signInHint")}</p>
      <input
        className="field"
        type="password"
        required
        autoComplete="current-password"
        aria-label={t("token")}
        placeholder={t("token")}
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      <button type="submit" className="plain-button primary">
        {t("signIn")}
      </button>
    </form>
  )
}
