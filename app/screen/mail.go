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
// was sorted.
type Mail struct {
	*Host

	loader loader
	column *widgets.Column
	page   fyne.CanvasObject
	open   []desk.Review
	sorted []desk.SortedMail
	at     int                    // the question at hand
	first  map[int]fyne.Focusable // the first control of each question that shows
	undone data.ID                // the mail of the last answer, which U takes back
	early  bool                   // the page was entered before it had a control for the focus
}

type sorting struct {
	open   []desk.Review
	sorted []desk.SortedMail
}

// narrow is the width below which questions show one at a time.
const narrow = 900

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
	m.open, m.sorted = s.open, s.sorted
	m.at = max(0, min(m.at, len(m.open)-1))
	m.lay()
}

// lay shows the questions, one at a time in a narrow window, and below them what
// was sorted.
func (m *Mail) lay() {
	m.first = make(map[int]fyne.Focusable)
	line := assets.L("No mail to sort.")
	if n := len(m.open); n > 0 {
		line = words.Sentence(assets.N("{{.N}} message needs your eye. Nothing changes until you say so.", "{{.N}} messages need your eye. Nothing changes until you say so.", n))
	}
	objects := []fyne.CanvasObject{widgets.NewColumn(4,
		m.Kit.Text("mail.title", widgets.RoleTitle, assets.L("Mail to sort")), m.Kit.Text("mail.line", widgets.RoleSecondary, line))}
	alone := len(m.open) > 1 && m.Window().Canvas().Size().Width < narrow
	for i, r := range m.open {
		if !alone || i == m.at {
			objects = append(objects, m.card(i, r))
		}
	}
	if alone {
		objects = append(objects, widgets.NewAcross(8,
			m.Kit.Button("mail.previous", assets.L("Previous"), func() { m.move(-1) }).Quiet(), m.Kit.Button("mail.next", assets.L("Next"), func() { m.move(1) }).Quiet()))
	}
	if len(m.sorted) > 0 {
		objects = append(objects, m.sortedCard())
	}
	paste := m.Kit.Button("mail.paste", assets.L("Paste a mail"), m.paste).Quiet()
	objects = append(objects, widgets.NewAcross(8, paste))
	if len(m.open) == 0 {
		m.first[0] = paste
	}
	m.refill(func() {
		m.column.Set(objects...)
		m.page.Refresh()
	}, m.first[m.at])
	if m.early && m.first[m.at] != nil {
		m.early = false
		m.Focus(m.first[m.at])
	}
}

// move goes to another question.
func (m *Mail) move(by int) {
	m.at = max(0, min(m.at+by, len(m.open)-1))
	if m.first[m.at] == nil {
		m.lay()
	}
	if f := m.first[m.at]; f != nil {
		m.Focus(f)
	}
}

// card is one question: the mail, why it is asked about, and the answers.
func (m *Mail) card(i int, r desk.Review) fyne.CanvasObject {
	id := "review:" + string(r.Message.ID)
	from := words.Dotted(r.Message.From, r.When)
	quote := []fyne.CanvasObject{widgets.NewText(widgets.RoleBody, r.Message.Subject), widgets.NewText(widgets.RoleSecondary, from)}
	if text := firstLines(r.Message.Excerpt); text != "" {
		quote = append(quote, widgets.NewText(widgets.RoleSecondary, text))
	}
	objects := []fyne.CanvasObject{m.Kit.Text(id+".question", widgets.RoleCardTitle, r.Question), widgets.NewQuote(widgets.NewColumn(4, quote...)), widgets.NewText(widgets.RoleSecondary, r.Message.Reason)}
	no := m.Kit.Button(id+".no", m.noLabel(r), func() { m.answer(r, data.AnswerNo, "") })
	if r.Message.Class == data.ClassOwn {
		return m.noteCard(i, r, objects, no)
	}
	never := m.Kit.Button(id+".never", assets.L("Never from this sender"), func() { m.answer(r, data.AnswerNever, "") }).Quiet()
	other := m.Kit.Button(id+".other", assets.L("Another application…"), func() { m.elsewhere(r) }).Quiet()
	if len(r.Candidates) != 1 {
		for n, c := range r.Candidates {
			b := m.Kit.Button(id+".candidate:"+string(c.Application), words.Dotted(c.Company, c.Role), func() { m.answer(r, data.AnswerYes, c.Application) })
			objects = append(objects, b)
			if n == 0 {
				m.first[i] = b
			}
		}
		if m.first[i] == nil {
			m.first[i] = no
		}
		return widgets.NewCard(8, append(objects, widgets.NewAcross(8, no, other, never))...)
	}
	application := r.Candidates[0].Application
	yes := m.Kit.Button(id+".yes", assets.L("Yes, it is"), func() { m.answer(r, data.AnswerYes, application) }).Primary()
	always := m.Kit.Button(id+".always", assets.L("Always from this sender"), func() { m.answer(r, data.AnswerAlways, application) }).Quiet()
	m.first[i] = yes
	return widgets.NewCard(8, append(objects, widgets.NewAcross(8, yes, no, always, other, never))...)
}

func (m *Mail) noLabel(r desk.Review) string {
	if len(r.Candidates) > 1 {
		return assets.L("None of these")
	}
	return assets.L("No")
}

// answer files an answer and offers to take it back.
func (m *Mail) answer(r desk.Review, answer data.Answer, application data.ID) {
	id := r.Message.ID
	m.Do(func(ctx context.Context) error { return m.Desk.Answer(ctx, id, answer, application) }, func() {
		m.undone = id
		if r.Message.Invite != nil && answer != data.AnswerNo && answer != data.AnswerNever {
			m.Again(assets.L("The meeting is noted with its interview."), assets.L("Edit"), func() { m.Edit(application) })
			return
		}
		m.Again(assets.L("Sorted."), assets.L("Undo"), func() { m.askAgain(id) })
	})
}

// askAgain takes the answer to a question back.
func (m *Mail) askAgain(id data.ID) {
	m.Do(func(ctx context.Context) error { return m.Desk.AskAgain(ctx, id) }, func() {
		m.undone = ""
		m.Toast(assets.L("Taken back. It is asked again."), "")
	})
}

// elsewhere asks for another application, and files the mail there.
func (m *Mail) elsewhere(r desk.Review) {
	m.pick(assets.L("Which application is it about?"), func(application data.ID) { m.answer(r, data.AnswerYes, application) })
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
func (m *Mail) Leave() { m.early = false }

// Enter implements Page.
func (m *Mail) Enter() fyne.Focusable {
	m.early = m.first[m.at] == nil
	return m.first[m.at]
}
