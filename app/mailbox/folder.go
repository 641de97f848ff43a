package mailbox

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// A folderKind is one kind of folder that may be watched, with how it is found:
// by its SPECIAL-USE (RFC 6154), then by its common names.
type folderKind struct {
	role  string
	use   imap.MailboxAttr
	names []string // in lower case
}

// folderKinds are the kinds besides the INBOX, the Sent folder first: what was
// sent must be known before the answers to it.
func folderKinds() []folderKind {
	return []folderKind{
		{"sent", imap.MailboxAttrSent, []string{
			"sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete elemente", "gesendete objekte", "gesendete nachrichten", "envoyés", "éléments envoyés",
			"messages envoyés", "enviados", "elementos enviados", "mensajes enviados", "inviata", "inviati", "posta inviata", "verzonden", "verzonden items", "verzonden berichten",
			"itens enviados", "mensagens enviadas", "skickat", "skickade objekt", "sendt", "sendt post", "sendte elementer", "lähetetyt", "wysłane", "elementy wysłane", "odeslané", "odeslaná pošta",
			"odoslané", "elküldött", "elküldött elemek", "trimise", "poslano", "gönderilmiş", "gönderilmiş öğeler", "отправленные", "надіслані", "απεσταλμένα", "נשלחו", "送信済み", "送信済みアイテム", "已发送", "已傳送的郵件", "보낸편지함", "보낸 편지함",
		}},
		{"junk", imap.MailboxAttrJunk, []string{
			"junk", "junk e-mail", "junk email", "spam", "spamverdacht", "bulk", "bulk mail", "unerwünscht", "unerwünschte werbung", "junk-e-mail", "indésirables", "courrier indésirable",
			"correo no deseado", "posta indesiderata", "ongewenste e-mail", "ongewenst", "lixo eletrônico", "lixo eletrónico", "skräppost", "uønsket e-post", "uønsket mail", "roskaposti", "wiadomości-śmieci", "nevyžádaná pošta", "levélszemét", "istenmeyen", "спам", "нежелательная почта", "迷惑メール", "垃圾邮件", "垃圾郵件", "스팸메일함",
		}},
		{"archive", imap.MailboxAttrArchive, []string{
			"archive", "archives", "archiv", "archivio", "archivo", "archief", "arquivo", "arkiv", "arkisto", "archiwum", "archív", "archívum", "arhivă", "arhiva", "arşiv", "архив", "архів", "αρχείο", "アーカイブ", "归档", "存档", "封存", "보관함",
		}},
		{"all", imap.MailboxAttrAll, []string{"all mail", "alle nachrichten", "tous les messages", "todos", "tutti i messaggi", "alle berichten", "todos os e-mails", "alla mejl", "wszystkie", "вся почта", "すべてのメール", "所有邮件", "전체보관함"}},
	}
}

// watched returns the Sent folder and the INBOX, and before the INBOX, which is
// to stay open, those of the other kinds that the account watches. A Sent folder
// that nothing tells apart is the one that the user named.
func (s *session) watched(ctx context.Context, box data.Mailbox) ([]data.Folder, error) {
	list, err := s.listed(ctx)
	if err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(recognised(list), func(f data.Folder) bool {
		chosen := slices.ContainsFunc(box.Folders, func(b data.Folder) bool { return b.Role == f.Role })
		return f.Role != "inbox" && f.Role != "sent" && !chosen
	})
	if all[0].Role == "sent" {
		return all, nil
	}
	for _, f := range others(list) {
		if slices.ContainsFunc(box.Folders, func(b data.Folder) bool { return b.Role == "sent" && b.Name == f.Name }) {
			return append([]data.Folder{f}, all...), nil
		}
	}
	return all, nil
}

// listed returns what the server lists.
func (s *session) listed(ctx context.Context) ([]*imap.ListData, error) {
	var list []*imap.ListData
	err := s.within(ctx, func() (err error) {
		list, err = s.client.List("", "*", s.listOptions()).Collect()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the folders: %w", err)
	}
	return list, nil
}

// recognised returns the folders of which it is known what they are, the Sent
// folder first and the INBOX last.
func recognised(list []*imap.ListData) []data.Folder {
	var found []data.Folder
	for _, k := range folderKinds() {
		if name := k.find(list); name != "" && !strings.EqualFold(name, "INBOX") {
			found = append(found, data.Folder{Name: name, Role: k.role})
		}
	}
	return append(found, data.Folder{Name: "INBOX", Role: "inbox"})
}

// maxOthers is how many folders a user may be asked about.
const maxOthers = 20

// others returns the folders that may be the Sent folder where none is
// recognised, for the user to say which.
func others(list []*imap.ListData) []data.Folder {
	known := recognised(list)
	var found []data.Folder
	for _, f := range list {
		taken := slices.ContainsFunc(known, func(k data.Folder) bool { return strings.EqualFold(k.Name, f.Mailbox) })
		if !taken && openable(f) && !slices.Contains(f.Attrs, imap.MailboxAttrDrafts) && !slices.Contains(f.Attrs, imap.MailboxAttrTrash) && len(found) < maxOthers {
			found = append(found, data.Folder{Name: f.Mailbox, Role: "sent"})
		}
	}
	return found
}

func openable(f *imap.ListData) bool {
	return !slices.Contains(f.Attrs, imap.MailboxAttrNoSelect) && !slices.Contains(f.Attrs, imap.MailboxAttrNonExistent)
}

func (s *session) listOptions() *imap.ListOptions {
	if s.caps().Has(imap.CapSpecialUse) && s.caps().Has(imap.CapListExtended) {
		return &imap.ListOptions{ReturnSpecialUse: true}
	}
	return nil
}

// find returns the name of the folder of the kind, "" for none.
func (k folderKind) find(list []*imap.ListData) string {
	byName := ""
	for _, f := range list {
		if !openable(f) {
			continue
		}
		if slices.Contains(f.Attrs, k.use) {
			return f.Mailbox
		}
		if byName == "" && slices.Contains(k.names, lastName(f)) {
			byName = f.Mailbox
		}
	}
	return byName
}

// lastName returns the name of a folder without those above it, in lower case.
func lastName(f *imap.ListData) string {
	name := f.Mailbox
	if f.Delim != 0 {
		name = name[strings.LastIndex(name, string(f.Delim))+1:]
	}
	return strings.ToLower(name)
}
