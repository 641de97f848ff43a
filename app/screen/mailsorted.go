package screen

import (
	"context"
	"unicode"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// sortedCard lists what was sorted, each line with its way back. Where no question
// is open, its first line is where the page begins.
func (m *Mail) sortedCard() fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Sorted for you"))}
	s := m.Desk.Speaker(data.DefaultSettings())
	for _, msg := range m.sorted[:min(len(m.sorted), 20)] {
		id := "mail.sorted:" + string(msg.Message.ID)
		row := m.Kit.TimelineRow(id, classIcon(msg.Message.Class), msg.Message.Subject, s.Ago(msg.Message.Arrived), backLabel(msg), func() { m.back(msg) })
		row.Below(words.Dotted(msg.Company, reasonOf(msg)))
		if msg.Undo != "" {
			row.Faint()
		}
		see := m.Kit.Link(id+".see", assets.L("See"), func() { m.Host.Mail(msg.Message.ID) })
		objects = append(objects, widgets.NewSplit(8, row, see).Top())
		if len(m.open) == 0 && m.first[0] == nil {
			m.first[0] = see
		}
	}
	return widgets.NewCard(12, objects...)
}

// classIcon is the icon of a kind of mail.
func classIcon(class data.Class) widgets.IconName {
	switch class {
	case data.ClassHuman:
		return widgets.IconReply
	case data.ClassOwn:
		return widgets.IconCheck
	case data.ClassAutoReply:
		return widgets.IconPause
	case data.ClassBounce, data.ClassDelay:
		return widgets.IconWarning
	case data.ClassCalendarRequest, data.ClassCalendarCancel, data.ClassCalendarReply:
		return widgets.IconCalendar
	}
	return widgets.IconInbox
}

func reasonOf(m desk.SortedMail) string {
	switch {
	case m.Undo != "":
		return assets.L("Taken back")
	case m.Note != "":
		return assets.L("Marked as sent: {{.Item}}", assets.Args{"Item": m.Note})
	case m.Message.Answer == data.AnswerNo || m.Message.Answer == data.AnswerNever:
		return assets.L("You said it is about something else.")
	case m.Answered():
		return assets.L("You said what it is about.")
	}
	return m.Message.Reason
}

// backLabel names the way back of a sorted mail, "" where it did nothing.
func backLabel(m desk.SortedMail) string {
	switch {
	case m.Answered():
		return assets.L("Ask again")
	case m.Undo != "":
		return assets.L("Redo")
	case m.Event != "":
		return assets.L("Undo")
	case m.Message.Application != "":
		return assets.L("Not about it")
	}
	return ""
}

// back takes a decision back, or makes it again.
func (m *Mail) back(msg desk.SortedMail) {
	switch {
	case msg.Answered():
		m.askAgain(msg.Message.ID)
	case msg.Undo != "":
		m.redo(msg.Undo)
	case msg.Event != "":
		m.undo(msg.Event)
	case msg.Message.Application != "":
		m.unlinkMail(msg.Message)
	}
}

// redo puts an event that was taken back in force again.
func (h *Host) redo(undo data.ID) {
	var done desk.Undone
	h.Do(func(ctx context.Context) (err error) {
		done, err = h.Desk.Undo(ctx, undo)
		return err
	}, func() {
		h.acts++
		h.Again(assets.L("In force again."), assets.L("Undo"), func() { h.undo(done.Target.Target) })
	})
}

// Key implements Page: Y, N and A answer the question at hand, a digit chooses
// one of its candidates, U takes the last answer back, J and K go on.
func (m *Mail) Key(p widgets.KeyPress) bool {
	if p.InText || p.Mods&^fyne.KeyModifierShift != 0 {
		return false
	}
	key := unicode.ToLower(p.Rune)
	if key == 'u' {
		m.takeBackLast()
		return true
	}
	if len(m.open) == 0 {
		return false
	}
	m.take(m.hand())
	r := m.open[m.at]
	c, meant := m.meant(r)
	switch {
	case key == 'j' || p.Name == fyne.KeyDown:
		m.move(1)
	case key == 'k' || p.Name == fyne.KeyUp:
		m.move(-1)
	case key == 'y' && meant:
		m.accept(r, c)
	case key == 'a' && meant && c.Item == "":
		m.answer(r, data.AnswerAlways, c.Application)
	case key == 'n':
		m.answer(r, data.AnswerNo, "")
	case key >= '1' && key <= '9' && len(r.Candidates) > 1 && int(key-'1') < len(r.Candidates):
		m.picked[r.Message.ID] = int(key - '1')
		m.lay()
	default:
		return false
	}
	return true
}
