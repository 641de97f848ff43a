package demo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"text/template"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/assets"
	"afterword/data"
)

// Password opens the examples' mail server; it guards nothing.
const Password = "examples"

// A Story is the examples' mail server and the mails that will arrive there.
type Story struct {
	server *mailbox.Embedded
	desk   *desk.Desk
}

// Tell starts the mail server and connects the examples to it. What the sample
// user has sent lies in the Sent folder. The caller closes the story.
func Tell(ctx context.Context, d *desk.Desk) (*Story, error) {
	server, err := mailbox.StartEmbedded(Address, Password)
	if err != nil {
		return nil, err
	}
	s := &Story{server, d}
	if err := s.begin(ctx); err != nil {
		return nil, errors.Join(err, server.Close())
	}
	return s, nil
}

func (s *Story) begin(ctx context.Context) error {
	for _, e := range examples() {
		if e.thanks == "" {
			continue
		}
		at := e.start(s.desk).Add(sameEvening)
		raw := fmt.Sprintf("From: Sam Rivera <%s>\r\nTo: %s\r\nSubject: Thank you for the interview\r\nDate: %s\r\nMessage-ID: <%s>\r\n\r\nThank you for your time.\r\n",
			Address, e.address, at.Format(time.RFC1123Z), e.thanks)
		if err := s.server.Deliver("Sent", []byte(raw), at); err != nil {
			return err
		}
	}
	_, err := s.desk.ConnectMailbox(ctx, data.Mailbox{
		Email: Address, User: Address, Host: "127.0.0.1", Port: s.server.Addr().Port, Security: data.SecurityNone,
	})
	return err
}

// Next delivers the n-th sample mail, counted from 0, and reports whether there
// was one.
func (s *Story) Next(n int) (bool, error) {
	files, err := fs.Glob(assets.Demo(), "*.eml")
	if err != nil || n >= len(files) {
		return false, err
	}
	tmpl, err := template.ParseFS(assets.Demo(), files[n])
	if err != nil {
		return false, fmt.Errorf("sample mail %s: %w", files[n], err)
	}
	now := s.desk.Now()
	start := now.AddDate(0, 0, 5).Truncate(time.Hour)
	var raw bytes.Buffer
	err = tmpl.Execute(&raw, map[string]string{
		"Date": now.Format(time.RFC1123Z), "Back": now.AddDate(0, 0, 13).Format("2 January 2006"), "Stamp": now.UTC().Format("20060102T150405Z"),
		"Start": start.UTC().Format("20060102T150405Z"), "End": start.Add(time.Hour).UTC().Format("20060102T150405Z"),
	})
	if err != nil {
		return false, fmt.Errorf("sample mail %s: %w", files[n], err)
	}
	crlf := bytes.ReplaceAll(raw.Bytes(), []byte("\n"), []byte("\r\n"))
	return true, s.server.Deliver("INBOX", crlf, now)
}

// Close stops the mail server.
func (s *Story) Close() error { return s.server.Close() }
