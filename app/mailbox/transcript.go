package mailbox

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A Transcript keeps the last lines of what a mailbox's server and the program
// said to each other, for a user who wants to send it to somebody who helps.
// Passwords, addresses, subjects, names of folders and everything that a person
// wrote are struck out before a line is shown; mails are never in it, and a
// sign-in is struck out before it is kept. Any goroutine may use it.
type Transcript struct {
	mu    sync.Mutex
	lines []string // a ring once it is full
	next  int      // the oldest line
	ours  strand
	their strand
}

// The size of a transcript.
const (
	transcriptLines = 200
	transcriptWidth = 160 // bytes of one line
)

// A strand is one direction of the talk, cut into lines. The bytes of literals
// are passed over.
type strand struct {
	line    []byte
	literal int
}

// struck stands for what was taken out.
const struck = "…"

// String returns the lines, the oldest first; "" before anything was said.
func (t *Transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []string
	for i := range t.lines {
		line := t.lines[(t.next+i)%len(t.lines)]
		all = append(all, line[:2]+strike(line[2:]))
	}
	return strings.Join(all, "\n")
}

func (t *Transcript) sent(b []byte) {
	if t != nil {
		t.add(&t.ours, "> ", b)
	}
}

func (t *Transcript) received(b []byte) {
	if t != nil {
		t.add(&t.their, "< ", b)
	}
}

func (t *Transcript) add(s *strand, mark string, b []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(b) > 0 {
		if s.literal > 0 {
			n := min(s.literal, len(b))
			s.literal, b = s.literal-n, b[n:]
			continue
		}
		part, rest, ended := bytes.Cut(b, []byte("\n"))
		if room := 4*transcriptWidth - len(s.line); room > 0 {
			s.line = append(s.line, part[:min(room, len(part))]...)
		}
		if b = rest; !ended {
			break
		}
		t.keep(mark, s.line)
		s.literal = announced(part)
		s.line = s.line[:0]
	}
}

// signIn is how a line begins that holds a secret, or goes on with one.
var signIn = regexp.MustCompile(`(?i)^\S+ (login|authenticate)\b|^[A-Za-z0-9+/=]+\r?$`)

func (t *Transcript) keep(mark string, b []byte) {
	line := mark + string(b)
	if mark == "> " && signIn.Match(b) {
		line = mark + strike(string(b))
	}
	if len(t.lines) < transcriptLines {
		t.lines = append(t.lines, line)
		return
	}
	t.lines[t.next] = line
	t.next = (t.next + 1) % transcriptLines
}

// announced returns the size of the literal that a line ends with, 0 for none.
func announced(line []byte) int {
	line = bytes.TrimRight(line, "\r\n")
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || !bytes.HasSuffix(line, []byte("}")) {
		return 0
	}
	n, err := strconv.Atoi(strings.Trim(string(line[open+1:len(line)-1]), "+"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

var (
	quotedText = regexp.MustCompile(`"(?:[^"\\]|\\.)*"?`)
	tagged     = regexp.MustCompile(`^(?:T\d+|[*+])$`)
	bare       = regexp.MustCompile(`^[0-9:,*+(){}<>\[\]]+$`)
	inWord     = regexp.MustCompile(`[A-Za-z][A-Za-z0-9=.-]*`)
)

// keywords are the words of the protocol that stay (RFC 9051 and its extensions).
// INBOX is no name of the user's.
var keywords = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(`OK NO BAD BYE PREAUTH CAPABILITY STARTTLS ID ENABLE NAMESPACE LIST LSUB RETURN SPECIAL-USE EXAMINE SELECT STATUS CLOSE UNSELECT
		SEARCH ESEARCH SORT SINCE ALL FETCH UID FLAGS INTERNALDATE RFC822.SIZE BODY BODY.PEEK HEADER HEADER.FIELDS IDLE DONE NOOP LOGOUT LOGIN AUTHENTICATE
		EXISTS RECENT EXPUNGE VANISHED UIDVALIDITY UIDNEXT UNSEEN MESSAGES HIGHESTMODSEQ MODSEQ PERMANENTFLAGS READ-ONLY READ-WRITE CLOSED NOMODSEQ MAILBOXID
		ALERT UNAVAILABLE AUTHENTICATIONFAILED AUTHORIZATIONFAILED EXPIRED PRIVACYREQUIRED CONTACTADMIN NOPERM INUSE CORRUPTION SERVERBUG CLIENTBUG CANNOT LIMIT
		OVERQUOTA ALREADYEXISTS NONEXISTENT PARSE BADCHARSET TRYCREATE NIL INBOX COUNT MIN MAX TAG
		IMAP4REV1 IMAP4REV2 LOGINDISABLED LITERAL LITERAL- SASL-IR AUTH=PLAIN AUTH=LOGIN AUTH=XOAUTH2 AUTH=OAUTHBEARER LOGIN-REFERRALS LIST-EXTENDED UIDPLUS CHILDREN
		HASNOCHILDREN HASCHILDREN NOSELECT NOINFERIORS MARKED UNMARKED SENT DRAFTS JUNK TRASH ARCHIVE SEEN ANSWERED FLAGGED DELETED DRAFT`) {
		all[w] = true
	}
	return all
})

// strike takes out of a line what the protocol does not need: all that is
// quoted, the text of an answer, the secrets of a sign-in, and every word that
// is no word of the protocol.
func strike(line string) string {
	line = quotedText.ReplaceAllString(strings.TrimRight(line, "\r\n"), struck)
	words := strings.Fields(line)
	words = words[:min(len(words), 40)]
	for i, w := range words {
		if strings.EqualFold(w, "LOGIN") || strings.EqualFold(w, "AUTHENTICATE") {
			return short(strings.Join(append(words[:i+1:i+1], struck), " "))
		}
		if !(i == 0 && tagged.MatchString(w)) && !bare.MatchString(w) && !ofProtocol(w) {
			words[i] = struck
		}
	}
	return short(strings.Join(words, " "))
}

// ofProtocol reports whether nothing but words of the protocol stand in a word.
func ofProtocol(w string) bool {
	parts := inWord.FindAllString(w, 10)
	for _, p := range parts {
		if !keywords()[strings.ToUpper(p)] {
			return false
		}
	}
	return len(parts) > 0 && strings.Trim(inWord.ReplaceAllString(w, ""), `\()[]<>{}+*:,.0123456789`) == ""
}

func short(line string) string {
	return strings.ToValidUTF8(line[:min(len(line), transcriptWidth)], "")
}
