// Runs the example worker as Workers would: node ask-worker.mjs <worker> <hub> <key> <question> [what its model says]
const [workerFile, hub, key, question, said] = process.argv.slice(2);
const { default: worker } = await import(workerFile);

const prompts = [];
const env = { HUB_URL: hub, HUB_API_KEY: key };
if (said) {
  env.AI = {
    run: async (model, input) => {
      prompts.push(input);
      return { response: said };
    },
  };
}
const request = new Request('https://chatbot.example.com/', { method: 'POST', body: JSON.stringify({ question }) });
const response = await worker.fetch(request, env);
console.log(JSON.stringify({ status: response.status, body: await response.json(), prompts }));
