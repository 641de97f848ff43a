package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A Sending is what the window asks of the engine that lets letters out.
type Sending struct {
	Find  func(ctx context.Context, email string) (data.Submission, string, error) // where an address's letters go out, and what to know of it
	Try   func(ctx context.Context, by data.Submission) error                      // signs in there and sends nothing
	Saves func(email string) bool                                                  // the server keeps what it sends in Sent by itself
}

// securities are the ways to protect a connection, as the sheet offers them.
func securities() []data.Security {
	return []data.Security{data.SecurityTLS, data.SecuritySTARTTLS, data.SecurityNone}
}

// A submitting is the sheet that asks which server sends the user's mail.
type submitting struct {
	*Host
	way              desk.SendWay
	sheet            *widgets.Sheet
	host, port, user *widgets.Entry
	security         *widgets.Choice
	copy             *widgets.Check
	trouble          *widgets.Text
}

// SetUpSending asks which server sends the mail of a mailbox, tries it, keeps it,
// and then goes on; then may be nil.
func (h *Host) SetUpSending(way desk.SendWay, then func()) {
	k := h.Kit
	s := &submitting{Host: h, way: way}
	s.host = k.Entry("sending.host", assets.L("Server that sends")).Labelled().Hint("smtp.example.org")
	s.port = k.Entry("sending.port", assets.L("Port")).Labelled().Hint("465")
	s.user = k.Entry("sending.user", assets.L("User name")).Labelled()
	s.security = k.Choice("sending.security", assets.L("Security"), []widgets.Option{
		{ID: "sending.security.tls", Label: "TLS"}, {ID: "sending.security.starttls", Label: "STARTTLS"}, {ID: "sending.security.none", Label: assets.L("None (this computer only)")},
	}, func(int) {})
	s.copy = k.Check("sending.copy", assets.L("Put a copy of each letter into my Sent folder"), func(bool) {})
	s.trouble = k.Text("sending.trouble", widgets.RoleSecondary, "")
	s.fill(way.Submission)
	column := widgets.NewColumn(10,
		widgets.NewText(widgets.RoleSecondary, assets.L("Letters go out through your own mail server, with the password that your mailbox has. A letter leaves only when you press Send, ten seconds later.")),
		s.trouble, s.host, s.port, s.security, s.user)
	if !h.Sending.Saves(way.Email) {
		column.Add(s.copy)
	}
	save := k.Button("sending.save", assets.L("Try it and save"), func() { s.save(then) }).Primary()
	find := k.Button("sending.find", assets.L("Find the server"), s.find)
	cancel := k.Button("sending.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	s.sheet = k.Sheet("sending", assets.L("Sending from {{.Email}}", assets.Args{"Email": way.Email}), column, cancel, find, save)
	s.sheet.First(s.host.Focusable()).ShowOn(h.Window().Canvas())
	if !way.Known {
		s.find()
	}
}

// fill puts a server into the fields.
func (s *submitting) fill(by data.Submission) {
	s.host.SetText(by.Host)
	s.port.SetText("")
	if by.Port > 0 {
		s.port.SetText(strconv.Itoa(by.Port))
	}
	s.user.SetText(by.User)
	s.security.Choose(max(0, slices.Index(securities(), by.Security)))
	if by.Copy {
		s.copy.Tick()
	}
}

// find looks for the server, in the user's own domain alone.
func (s *submitting) find() {
	s.tell(assets.L("Looking for the server…"))
	var by data.Submission
	var hint string
	var failed error
	typed := s.host.Text()
	s.Do(func(ctx context.Context) error {
		by, hint, failed = s.Sending.Find(ctx, s.way.Email)
		return nil
	}, func() {
		switch {
		case s.host.Text() != typed: // the user was quicker
			s.tell("")
		case failed != nil:
			s.tell(assets.L("No server was found for this address. Your mail provider's help pages name it."))
		default:
			by.Copy = s.copy.Ticked()
			s.fill(by)
			s.tell(hint)
		}
	})
}

func (s *submitting) tell(text string) {
	s.trouble.SetText(text)
	s.sheet.Refresh()
}

// save tries the server and keeps it.
func (s *submitting) save(then func()) {
	port, err := strconv.Atoi(strings.TrimSpace(s.port.Text()))
	switch {
	case strings.TrimSpace(s.host.Text()) == "":
		s.tell(assets.L("The server's name is needed, such as smtp.example.org."))
		return
	case err != nil || port < 1 || port > 65535:
		s.tell(assets.L("The port is a number from 1 to 65535; 465 is usual."))
		return
	}
	by := data.Submission{
		Mailbox: s.way.Mailbox, Host: strings.TrimSpace(s.host.Text()), Port: port, Security: securities()[max(0, s.security.Chosen())],
		User: strings.TrimSpace(s.user.Text()), CA: s.way.Submission.CA, Copy: s.copy.Ticked(),
	}
	s.tell(assets.L("Signing in…"))
	var failed error
	s.Do(func(ctx context.Context) error {
		if failed = s.Sending.Try(ctx, by); failed == nil {
			failed = s.Desk.SaveSubmission(ctx, by)
		}
		return nil
	}, func() {
		if failed != nil {
			s.tell(s.Explain(failed))
			return
		}
		s.sheet.Close()
		s.Toast(assets.L("Your letters can be sent from here now."), "")
		if then != nil {
			then()
		}
	})
}
