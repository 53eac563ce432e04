import { Dialog } from "radix-ui"
import { type CSSProperties, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { endIntroduction, goTo, introduceOnce, steps, useIntroduction } from "./introduction.ts"

const cardWidth = 340
const cardHeight = 190
const gap = 16

/** Shows a newcomer round the real screen, one thing at a time; it can be skipped at any of them. */
export function Introduction() {
  const { t } = useTranslation("shell")
  const { step } = useIntroduction()
  const at = step === null ? undefined : steps[step]
  const box = useBox(at?.target ?? null)
  useEffect(introduceOnce, [])
  if (step === null || at === undefined) return null
  const isLast = step === steps.length - 1
  return (
    <Dialog.Root open onOpenChange={endIntroduction}>
      <Dialog.Portal>
        <Dialog.Overlay className="introduction-shade">
          {box !== null && <div className="introduction-light" style={lightAt(box)} />}
        </Dialog.Overlay>
        <Dialog.Content
          className="introduction"
          style={cardAt(box)}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <Dialog.Title className="dialog-title">{t(`introduction.${at.id}.title`)}</Dialog.Title>
          <Dialog.Description className="dialog-text">{t(`introduction.${at.id}.text`)}</Dialog.Description>
          <div className="introduction-foot">
            <span className="introduction-count">
              {step + 1} / {steps.length}
            </span>
            {!isLast && (
              <button type="button" className="quiet-button" onClick={endIntroduction}>
                {t("introduction.skip")}
              </button>
            )}
            {step > 0 && (
              <button type="button" className="plain-button small" onClick={() => goTo(step - 1)}>
                {t("introduction.back")}
              </button>
            )}
            <button
              key={step}
              type="button"
              className="plain-button primary small"
              // biome-ignore lint/a11y/noAutofocus: each step of a dialog takes the focus to its main button
              autoFocus
              onClick={() => goTo(step + 1)}
            >
              {t(isLast ? "introduction.begin" : "introduction.next")}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Where an element is on the screen, as long as it is asked for. */
function useBox(target: string | null): DOMRect | null {
  const [box, setBox] = useState<DOMRect | null>(null)
  useEffect(() => {
    if (target === null) return
    const measure = () => setBox(document.querySelector(target)?.getBoundingClientRect() ?? null)
    const frame = requestAnimationFrame(measure)
    window.addEventListener("resize", measure)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener("resize", measure)
    }
  }, [target])
  return box
}

function lightAt({ x, y, width, height }: DOMRect): CSSProperties {
  return { left: x, top: y, width, height }
}

/** Beside what it speaks of: on the side where there is most room, else within it. */
function cardAt(box: DOMRect | null): CSSProperties {
  if (box === null) return { left: (innerWidth - cardWidth) / 2, top: innerHeight / 3 }
  const [left, right] = [box.x, innerWidth - box.right]
  const top = Math.min(Math.max(box.y + 48, gap), innerHeight - cardHeight - gap)
  if (right > cardWidth + gap && right >= left && box.width < innerWidth / 2)
    return { left: box.right + gap, top }
  if (left > cardWidth + gap && box.width < innerWidth / 2) return { left: box.x - cardWidth - gap, top }
  const below = box.bottom + gap
  const fitsBelow = below + cardHeight < innerHeight
  return {
    left: Math.min(box.x + box.width / 2 - cardWidth / 2, innerWidth - cardWidth - gap),
    top: fitsBelow ? below : box.y + 4 * gap,
  }
}
