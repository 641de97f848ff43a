package screen

import (
	"context"
	"slices"
	"strings"

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

	loader  loader
	column  *widgets.Column
	page    fyne.CanvasObject
	open    []desk.Review
	sorted  []desk.SortedMail
	boxless bool                   // no mailbox is connected
	at      int                    // the question at hand
	first   map[int]fyne.Focusable // the first control of each question that shows
	alone   bool                   // one question shows at a time
	picked  map[data.ID]int        // the candidate that was chosen of several, by mail
	filed   *filed                 // the mail that the user just said yes to; nil for none
	early   bool                   // the page was entered before its questions were read
	again   data.ID                // the mail that is asked about again, to be at hand once that shows
}

type sorting struct {
	open    []desk.Review
	sorted  []desk.SortedMail
	boxless bool // no mailbox is connected
}

// narrow is the width below which questions show one at a time.
const narrow = 900

// Content implements Page.
func (m *Mail) Content() fyne.CanvasObject {
	m.column = widgets.NewColumn(16).Max(widgets.PageWidth).Centred()
	m.picked = make(map[data.ID]int)
	m.page = widgets.NewPage(widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, m.column)))
	return widgets.NewWatched(m.page, m.resized)
}

// Refresh implements Page.
func (m *Mail) Refresh() {
	load(&m.loader, m.Context, func(ctx context.Context) (s sorting, err error) {
		if s.open, err = m.Desk.Reviews(ctx); err != nil {
			return s, err
		}
		if s.sorted, err = m.Desk.Sorted(ctx); err != nil {
			return s, err
		}
		boxes, err := m.Desk.Mailboxes(ctx)
		s.boxless = len(boxes) == 0
		return s, err
	}, m.show)
}

func (m *Mail) show(s sorting, err error) {
	if err != nil {
		m.Fail(err)
		return
	}
	hand := m.hand()
	m.open, m.sorted, m.boxless = s.open, s.sorted, s.boxless
	m.filed = m.filed.still(m.sorted)
	m.at = max(0, min(m.at, len(m.open)-1))
	m.take(hand)
	again := m.again != "" && m.take(m.again)
	m.lay()
	if again {
		m.again = ""
		m.aim()
	}
}

// aim gives the focus to the question at hand and brings it into sight, once all
// has the size that it has now.
func (m *Mail) aim() {
	f := m.first[m.at]
	if f == nil {
		return
	}
	m.Focus(f)
	fyne.Do(func() {
		m.page.Refresh()
		widgets.Reveal(f)
	})
}

// hand is the mail of the question at hand: the one that the focus is in, else
// the one that was at hand before.
func (m *Mail) hand() data.ID {
	if named, ok := m.Window().Canvas().Focused().(interface{ ID() string }); ok {
		for _, r := range m.open {
			if strings.HasPrefix(named.ID(), reviewID(r.Message)+".") {
				return r.Message.ID
			}
		}
	}
	if m.at < len(m.open) {
		return m.open[m.at].Message.ID
	}
	return ""
}

// take takes the question about a mail in hand, where it is open.
func (m *Mail) take(mail data.ID) bool {
	i := slices.IndexFunc(m.open, func(r desk.Review) bool { return r.Message.ID == mail })
	if i >= 0 {
		m.at = i
	}
	return i >= 0
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
	m.alone = m.narrow()
	one := m.alone && len(m.open) > 1
	if m.filed != nil {
		objects = append(objects, m.filedCard())
	}
	for i, r := range m.open {
		if !one || i == m.at {
			objects = append(objects, m.card(i, r))
		}
	}
	if one {
		objects = append(objects, m.turning())
	}
	if len(m.sorted) > 0 {
		objects = append(objects, m.sortedCard())
	}
	paste := m.Kit.Button("mail.paste", assets.L("Paste a mail"), m.pasteMail).Quiet()
	ways := []fyne.CanvasObject{paste}
	if m.boxless {
		ways = append(ways, m.Kit.Button("mail.connect", assets.L("Connect a mailbox"), func() {
			m.Go(Place{Page: PageSettings, Section: "mailbox"})
		}).Quiet())
	}
	objects = append(objects, widgets.NewAcross(8, ways...))
	switch {
	case len(m.open) == 0 && m.filed != nil:
		m.first[0] = m.filed.always
	case m.first[m.at] == nil:
		m.first[m.at] = paste
	}
	m.refill(func() {
		m.column.Set(objects...)
		m.page.Refresh()
	}, m.first[m.at])
	if m.filed != nil && !m.filed.shown {
		m.filed.shown = true
		m.aim() // the next question, or whether to trust its sender
	}
	if m.early && m.first[m.at] != nil {
		m.early = false
		m.aim()
	}
}

// move goes to another question.
func (m *Mail) move(by int) {
	m.at = max(0, min(m.at+by, len(m.open)-1))
	if m.first[m.at] == nil {
		m.lay()
	}
	m.aim()
}

// narrow reports whether the window has room for one question at a time only.
func (m *Mail) narrow() bool { return m.Window().Canvas().Size().Width < narrow }

// resized lays the questions out anew when the window became narrow or wide.
func (m *Mail) resized() {
	if m.first != nil && m.narrow() != m.alone {
		m.lay()
	}
}

// turning goes from question to question where one shows at a time.
func (m *Mail) turning() fyne.CanvasObject {
	count := assets.L("{{.N}} of {{.All}}", assets.Args{"N": number(m.at + 1), "All": number(len(m.open))})
	previous := m.Kit.Button("mail.previous", assets.L("Previous"), func() { m.move(-1) }).Quiet()
	next := m.Kit.Button("mail.next", assets.L("Next"), func() { m.move(1) }).Quiet()
	if m.at == 0 {
		previous.Disable()
	}
	if m.at == len(m.open)-1 {
		next.Disable()
	}
	return widgets.NewAcross(8, previous, next, m.Kit.Text("mail.count", widgets.RoleSecondary, count))
}

// Leave implements Page.
func (m *Mail) Leave() {
	m.early = false
	if m.filed != nil {
		m.filed = nil
		m.lay()
	}
}

// Enter implements Page.
func (m *Mail) Enter() fyne.Focusable {
	m.early = len(m.open) == 0
	return m.first[m.at]
}
