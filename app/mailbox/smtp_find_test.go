package mailbox

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"net"
	"testing"

	"afterword/assets"
	"afterword/data"
)

// TestFindSubmission asks the table, then what the domain publishes, its records,
// and who takes its mail; only the domain is sent.
func TestFindSubmission(t *testing.T) {
	nothing := Lookups{
		Fetch: func(context.Context, string, string) ([]byte, error) { return nil, data.ErrNotFound },
		SRV:   func(context.Context, string, string) ([]*net.SRV, error) { return nil, data.ErrNotFound },
		MX:    func(context.Context, string) ([]*net.MX, error) { return nil, data.ErrNotFound },
	}
	file, records, hosted := nothing, nothing, nothing
	file.Fetch = func(_ context.Context, address, _ string) ([]byte, error) {
		if address != "https://autoconfig.acme.example.com/mail/config-v1.1.xml" {
			return nil, data.ErrNotFound
		}
		return []byte(`<clientConfig><emailProvider>
			<incomingServer type="imap"><hostname>imap.example.com</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
			<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>25</port><socketType>plain</socketType></outgoingServer>
			<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username></outgoingServer>
			</emailProvider></clientConfig>`), nil
	}
	records.SRV = func(_ context.Context, service, domain string) ([]*net.SRV, error) {
		if service != "submission" || domain != "acme.example.com" {
			return nil, data.ErrNotFound
		}
		return []*net.SRV{{Target: "smtp.elsewhere.example.", Port: 587}}, nil
	}
	hosted.MX = func(context.Context, string) ([]*net.MX, error) { return []*net.MX{{Host: "aspmx.l.google.com."}}, nil }
	for _, c := range []struct {
		name, email string
		lookups     Lookups
		want        data.Submission
		outside     bool
		err         error
	}{
		{"table", "Robin@GMX.net", Lookups{}, data.Submission{Host: "mail.gmx.net", Port: 465, Security: data.SecurityTLS, User: "robin@gmx.net"}, false, nil},
		{"file", "robin@acme.example.com", file, data.Submission{Host: "smtp.example.com", Port: 587, Security: data.SecuritySTARTTLS, User: "robin"}, false, nil},
		{"records", "robin@acme.example.com", records, data.Submission{Host: "smtp.elsewhere.example", Port: 587, Security: data.SecuritySTARTTLS, User: "robin@acme.example.com"}, true, nil},
		{"hosted", "robin@acme.example.com", hosted, data.Submission{Host: "smtp.gmail.com", Port: 465, Security: data.SecurityTLS, User: "robin@acme.example.com"}, true, nil},
		{"nothing", "robin@acme.example.com", nothing, data.Submission{}, false, data.ErrNotFound},
		{"no address", "robin", nothing, data.Submission{}, false, data.ErrInvalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, outside, err := FindSubmission(t.Context(), c.email, c.lookups)
			if got.Host != c.want.Host || got.Port != c.want.Port || got.Security != c.want.Security || got.User != c.want.User || outside != c.outside || !errors.Is(err, c.err) {
				t.Errorf("got %+v, outside %v, %v, want %+v, %v, %v", got, outside, err, c.want, c.outside, c.err)
			}
		})
	}
}

// TestSavesSent: the table says who keeps a copy, and every server in it that sends
// protects the connection.
func TestSavesSent(t *testing.T) {
	if !SavesSent("robin@gmail.com") || SavesSent("robin@gmx.net") || SavesSent("robin@example.net") {
		t.Error("want Gmail to keep copies, and GMX and strangers not")
	}
	for _, domain := range []string{"gmail.com", "outlook.com", "gmx.de", "web.de", "posteo.de", "icloud.com", "yahoo.com"} {
		p, _ := assets.ProviderOf("x@" + domain)
		by, ok := SubmissionOf("x@" + domain)
		if !ok || by.Host == "" || by.Port == 0 || by.Security == data.SecurityNone || by.User == "" {
			t.Errorf("%s (%s): got %+v", domain, p.Name, by)
		}
	}
}

// FuzzSaid holds that whatever a server says before TLS, what is read is short
// and has the wanted code.
func FuzzSaid(f *testing.F) {
	for _, seed := range []string{"220 mx\r\n", "250-a\r\n250 STARTTLS\r\n", "2", "220-\r\n220\r\n", "\r\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		texts, err := said(bufio.NewReaderSize(bytes.NewReader(b), 4<<10), "220")
		if err == nil && (len(texts) == 0 || len(texts) > 100 || !bytes.Contains(b, []byte("220"))) {
			t.Errorf("%q is read as %q", b, texts)
		}
	})
}
