package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// card is one question: the mail, why it is asked about, and the answers.
func (m *Mail) card(i int, r desk.Review) fyne.CanvasObject {
	id := reviewID(r.Message)
	objects := []fyne.CanvasObject{m.Kit.Text(id+".question", widgets.RoleCardTitle, r.Question), m.quote(r), m.Kit.Text(id+".why", widgets.RoleSecondary, r.Message.Reason)}
	no := m.Kit.Button(id+".no", m.noLabel(r), func() { m.answer(r, data.AnswerNo, "") })
	own := r.Message.Class == data.ClassOwn // which of the user's own notes it was
	row := []fyne.CanvasObject{}
	m.first[i] = no
	if len(r.Candidates) > 0 {
		yes := m.Kit.Button(id+".yes", assets.L("Yes, it is"), func() { m.yes(r) }).Primary()
		m.first[i] = yes
		row = append(row, yes)
		if own || len(r.Candidates) > 1 {
			list := m.candidates(r, yes)
			objects = append(objects, list)
			m.first[i] = list
		}
		if r.Message.Invite != nil && r.Message.Class == data.ClassCalendarRequest {
			row = append(row, m.Kit.Button(id+".edit", assets.L("Yes, edit first"), func() { m.editFirst(r) }))
		}
	}
	if row = append(row, no); own {
		return widgets.NewCard(8, append(objects, widgets.NewAcross(8, row...))...)
	}
	row = append(row,
		m.Kit.Button(id+".never", assets.L("Never from this sender"), func() { m.answer(r, data.AnswerNever, "") }).Quiet(),
		m.Kit.Button(id+".other", assets.L("Another application…"), func() { m.elsewhere(r) }).Quiet())
	return widgets.NewCard(8, append(objects, widgets.NewAcross(8, row...))...)
}

func reviewID(m data.Message) string { return "review:" + string(m.ID) }

// quote is the mail in short: subject, who wrote it and when, and two lines.
func (m *Mail) quote(r desk.Review) fyne.CanvasObject {
	subject := r.Message.Subject
	if subject == "" {
		subject = assets.L("A mail without a subject")
	}
	from := words.Dotted(r.Message.From, r.When)
	if r.Message.FromName != "" && r.Message.From != "" {
		from = words.Dotted(r.Message.FromName+" <"+r.Message.From+">", r.When)
	}
	quote := []fyne.CanvasObject{widgets.NewText(widgets.RoleBody, subject), widgets.NewText(widgets.RoleSecondary, from)}
	if text := strings.Join(strings.Fields(r.Message.Excerpt), " "); text != "" {
		quote = append(quote, widgets.NewText(widgets.RoleSecondary, text).AtMost(2))
	}
	if iv := r.Message.Invite; iv != nil && iv.HasTime() {
		s := m.Desk.Speaker(data.DefaultSettings())
		quote = append(quote, m.Kit.Text(reviewID(r.Message)+".when", widgets.RoleSecondary, words.Dotted(s.Span(*iv), iv.Place)))
	}
	see := m.Kit.Link(reviewID(r.Message)+".see", assets.L("See the mail"), func() { m.Host.Mail(r.Message.ID) })
	return widgets.NewQuote(widgets.NewColumn(4, append(quote, widgets.NewAcross(8, see))...))
}

// candidates is the list of applications of which one is meant.
func (m *Mail) candidates(r desk.Review, yes *widgets.Button) *widgets.Radio {
	id := reviewID(r.Message)
	var options []widgets.Option
	for _, c := range r.Candidates {
		o := widgets.Option{ID: id + ".candidate:" + string(c.Application), Label: words.Dotted(c.Company, c.Role)}
		if c.Item != "" {
			o.ID, o.Label = o.ID+":"+string(c.Item), words.Dotted(c.Note, c.Company)
		}
		options = append(options, o)
	}
	list := m.Kit.Radio(id+".candidates", r.Question, options, func(n int) {
		m.picked[r.Message.ID] = n
		yes.Enable()
	}).OnEnter(func() { m.yes(r) })
	switch n, ok := m.picked[r.Message.ID]; {
	case ok:
		list.Choose(n)
	case len(options) == 1:
		list.Choose(0)
	default:
		yes.Disable()
	}
	return list
}

func (m *Mail) noLabel(r desk.Review) string {
	if len(r.Candidates) > 1 {
		return assets.L("None of these")
	}
	return assets.L("No")
}

// meant is the application that a question is about: the only candidate, or the
// one that was chosen.
func (m *Mail) meant(r desk.Review) (desk.Candidate, bool) {
	if len(r.Candidates) == 1 {
		return r.Candidates[0], true
	}
	n, ok := m.picked[r.Message.ID]
	if !ok || n >= len(r.Candidates) {
		return desk.Candidate{}, false
	}
	return r.Candidates[n], true
}

// yes says that the mail is about the application that is meant.
func (m *Mail) yes(r desk.Review) {
	if c, ok := m.meant(r); ok {
		m.accept(r, c)
	}
}

// accept files a mail under an application; its card then asks whether its sender
// is to be trusted.
func (m *Mail) accept(r desk.Review, c desk.Candidate) {
	if id := r.Message.ID; c.Item != "" {
		m.Do(func(ctx context.Context) error { return m.Desk.AnswerNote(ctx, id, c.Application, c.Item) }, func() {
			m.filed = nil
			m.Again(assets.L("Marked as sent."), assets.L("Undo"), func() { m.askAgain(id) })
		})
		return
	}
	m.Do(func(ctx context.Context) error {
		return m.Desk.Answer(ctx, r.Message.ID, data.AnswerYes, c.Application)
	}, func() { m.filed = &filed{review: r, under: c} })
}

// answer files an answer and offers to take it back.
func (m *Mail) answer(r desk.Review, answer data.Answer, application data.ID) {
	id := r.Message.ID
	m.Do(func(ctx context.Context) error { return m.Desk.Answer(ctx, id, answer, application) }, func() {
		m.filed = nil
		m.Again(assets.L("Sorted."), assets.L("Undo"), func() { m.askAgain(id) })
	})
}

// askAgain takes the answer to a question back.
func (m *Mail) askAgain(id data.ID) {
	m.Do(func(ctx context.Context) error { return m.Desk.AskAgain(ctx, id) }, func() {
		m.again = id
		m.Toast(assets.L("Taken back. It is asked again."), "")
	})
}

// elsewhere asks for another application, and files the mail there.
func (m *Mail) elsewhere(r desk.Review) {
	m.pick(assets.L("Which application is it about?"), func(row desk.Row) {
		m.accept(r, desk.Candidate{Application: row.ID, Company: row.Company, Role: row.Role})
	})
}
