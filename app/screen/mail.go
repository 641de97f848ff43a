package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Mail is the page of mails about which the program will not guess, and of what
// it sorted by itself.
type Mail struct {
	*Host

	loader loader
	column *widgets.Column
	page   fyne.CanvasObject
	first  fyne.Focusable
	open   []desk.Review
}

type sorting struct {
	open   []desk.Review
	sorted []data.Message
}

// Content implements Page.
func (m *Mail) Content() fyne.CanvasObject {
	m.column = widgets.NewColumn(16).Max(widgets.PageWidth).Centred()
	m.page = widgets.NewPage(widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, m.column)))
	return m.page
}

// Refresh implements Page.
func (m *Mail) Refresh() {
	load(&m.loader, m.Context, func(ctx context.Context) (s sorting, err error) {
		if s.open, err = m.Desk.Reviews(ctx); err != nil {
			return s, err
		}
		s.sorted, err = m.Desk.Sorted(ctx)
		return s, err
	}, m.show)
}

func (m *Mail) show(s sorting, err error) {
	if err != nil {
		m.Fail(err)
		return
	}
	m.first, m.open = nil, s.open
	line := assets.L("No mail to sort.")
	if n := len(s.open); n > 0 {
		line = words.Sentence(assets.N("{{.N}} message needs your eye. Nothing changes until you say so.", "{{.N}} messages need your eye. Nothing changes until you say so.", n))
	}
	objects := []fyne.CanvasObject{widgets.NewColumn(4,
		m.Kit.Text("mail.title", widgets.RoleTitle, assets.L("Mail to sort")), m.Kit.Text("mail.line", widgets.RoleSecondary, line))}
	for _, r := range s.open {
		objects = append(objects, m.card(r))
	}
	if len(s.sorted) > 0 {
		objects = append(objects, m.sorted(s.sorted))
	}
	m.refill(func() {
		m.column.Set(objects...)
		m.page.Refresh()
	}, m.first)
}

func (m *Mail) card(r desk.Review) fyne.CanvasObject {
	id := "review:" + string(r.Message.ID)
	from := words.Dotted(r.Message.From, r.When)
	quote := []fyne.CanvasObject{widgets.NewText(widgets.RoleBody, r.Message.Subject), widgets.NewText(widgets.RoleSecondary, from)}
	if text := firstLines(r.Message.Excerpt); text != "" {
		quote = append(quote, widgets.NewText(widgets.RoleSecondary, text))
	}
	objects := []fyne.CanvasObject{m.Kit.Text(id+".question", widgets.RoleCardTitle, r.Question), widgets.NewQuote(widgets.NewColumn(4, quote...)), widgets.NewText(widgets.RoleSecondary, r.Message.Reason)}
	var buttons []fyne.CanvasObject
	if len(r.Candidates) == 1 {
		yes := m.Kit.Button(id+".yes", assets.L("Yes, it is"), func() { m.answer(r, data.AnswerYes, r.Candidates[0].Application) }).Primary()
		always := m.Kit.Button(id+".always", assets.L("Always from this sender"), func() { m.answer(r, data.AnswerAlways, r.Candidates[0].Application) }).Quiet()
		buttons = append(buttons, yes, m.no(id, r), always)
		if m.first == nil {
			m.first = yes
		}
	} else {
		for _, c := range r.Candidates {
			label := words.Dotted(c.Company, c.Role)
			b := m.Kit.Button(id+".candidate:"+string(c.Application), label, func() { m.answer(r, data.AnswerYes, c.Application) })
			objects = append(objects, b)
			if m.first == nil {
				m.first = b
			}
		}
		buttons = append(buttons, m.no(id, r))
	}
	never := m.Kit.Button(id+".never", assets.L("Never from this sender"), func() { m.answer(r, data.AnswerNever, "") }).Quiet()
	return widgets.NewCard(8, append(objects, widgets.NewAcross(8, append(buttons, never)...))...)
}

func (m *Mail) no(id string, r desk.Review) *widgets.Button {
	return m.Kit.Button(id+".no", assets.L("No"), func() { m.answer(r, data.AnswerNo, "") })
}

func (m *Mail) answer(r desk.Review, answer data.Answer, application data.ID) {
	m.Do(func(ctx context.Context) error { return m.Desk.Answer(ctx, r.Message.ID, answer, application) }, func() {
		m.Toast(assets.L("Sorted. The timeline keeps an undo."), "")
	})
}

func (m *Mail) sorted(messages []data.Message) fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Sorted for you"))}
	s := m.Desk.Speaker(data.DefaultSettings())
	for _, msg := range messages[:min(len(messages), 20)] {
		text := words.Dotted(msg.Subject, msg.Reason)
		see := func() { m.Host.Mail(msg.ID) }
		objects = append(objects, m.Kit.TimelineRow("mail.sorted:"+string(msg.ID), widgets.IconInbox, text, s.Ago(msg.Arrived), assets.L("See"), see))
	}
	return widgets.NewCard(8, objects...)
}

func firstLines(text string) string {
	const most = 160
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	return string(r[:most]) + "…"
}

// Leave implements Page.
func (m *Mail) Leave() {}

// Enter implements Page.
func (m *Mail) Enter() fyne.Focusable { return m.first }

// Key implements Page: Y and N answer the first question.
func (m *Mail) Key(p widgets.KeyPress) bool {
	if p.InText || len(m.open) == 0 {
		return false
	}
	switch first := m.open[0]; p.Rune {
	case 'y':
		if len(first.Candidates) == 1 {
			m.answer(first, data.AnswerYes, first.Candidates[0].Application)
		}
	case 'n':
		m.answer(first, data.AnswerNo, "")
	default:
		return false
	}
	return true
}
