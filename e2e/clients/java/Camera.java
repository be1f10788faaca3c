import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a camera does with Java's HttpClient as it comes, which offers to upgrade every connection to HTTP/2. */
public class Camera {
  static final HttpClient client = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    String url = args[0];
    String key = args[1];
    byte[] photo = new byte[6_000_000];
    photo[0] = (byte) 0xff;
    photo[1] = (byte) 0xd8;
    photo[2] = (byte) 0xff;

    String mutation =
        "{\"query\":\"mutation { captureUploadCreate(input: { mimeType: \\\"image/jpeg\\\", byteLength: 6000000 }) { url } }\"}";
    HttpResponse<String> created =
        send(with(url + "/graphql", key).header("Content-Type", "application/json").POST(BodyPublishers.ofString(mutation)));
    Matcher path = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(created.body());
    say("created", created.statusCode() + " " + path.find());
    String upload = url + path.group(1);

    say("photo", "" + send(with(upload, key).PUT(BodyPublishers.ofByteArray(photo))).statusCode());
    for (int time = 0; time < 5; time++) {
      HttpResponse<String> refused = send(with(upload, "gnd_revoked").PUT(BodyPublishers.ofByteArray(photo)));
      say("revoked", refused.statusCode() + " " + refused.body().contains("UPLOAD_TOKEN_INVALID"));
    }
    String query = URLEncoder.encode("{ viewer { kind } }", StandardCharsets.UTF_8);
    say("query", send(with(url + "/graphql?query=" + query, key).GET()).body().trim());
    say("slash", "" + send(with(url + "/uploads/", key).header("Tus-Resumable", "1.0.0").header("Upload-Length", "9").POST(BodyPublishers.noBody())).statusCode());
  }

  static HttpRequest.Builder with(String address, String key) {
    return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static void say(String step, String fact) {
    System.out.println(step + ": " + fact);
  }
}
